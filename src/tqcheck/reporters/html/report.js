// Links marks with cards, filters, steps from finding to finding, tells words without a counterpart on a touch. Without it the page is all there, and unfiltered.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // A touch hovers over nothing: the row touched last is the one that is asked.
  document.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    for (const row of all(".asked")) row.classList.remove("asked");
    event.target.closest?.(".asks")?.classList.add("asked");
  });

  const form = one(".filters");
  if (!form) return;

  const holders = new Map(); // a finding's key → everything on the page that shows it
  const keysOf = (element) => element.dataset.f.split(" ");
  for (const element of all("[data-f]"))
    for (const key of keysOf(element)) holders.set(key, [...(holders.get(key) ?? []), element]);
  const cards = all(".card");
  const severityOf = new Map(cards.map((card) => [card.id, card.dataset.severity]));
  const items = all(".list li");
  const shown = new Set(severityOf.keys());
  let current = null;

  // Highlighting: what the pointer or the focus is on, everywhere.
  const paint = (element, name, on) => {
    for (const key of keysOf(element)) for (const holder of holders.get(key)) holder.classList.toggle(name, on);
  };
  const linked = (event) => event.target.closest?.("[data-f]");
  for (const [start, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(start, (event) => linked(event) && paint(linked(event), "lit", true));
    document.addEventListener(end, (event) => linked(event) && paint(linked(event), "lit", false));
  }

  const select = (key) => {
    for (const holder of holders.get(current) ?? []) holder.classList.remove("current");
    current = key;
    for (const holder of holders.get(key) ?? []) holder.classList.add("current");
    const item = items.find((other) => other.dataset.f === key);
    const rail = one(".rail");
    if (item && getComputedStyle(rail).position === "sticky") {
      const [box, frame] = [item.getBoundingClientRect(), rail.getBoundingClientRect()];
      if (box.top < frame.top + 60 || box.bottom > frame.bottom) rail.scrollTop += box.top - frame.height / 2;
    }
    count();
  };
  const show = (key) => {
    select(key);
    const card = document.getElementById(key);
    const row = card.closest(".row");
    (row.offsetHeight < innerHeight * 0.8 ? row : card).scrollIntoView({ block: "center" });
    card.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link?.matches(".list a, .ref")) {
      event.preventDefault();
      show(link.hash.slice(1));
    } else if (link?.matches(".number")) {
      select(link.closest(".card").id); // and the browser goes to the mark
    } else if (event.target.matches("mark, .caret") && getSelection().isCollapsed) {
      const keys = keysOf(event.target).filter((key) => shown.has(key));
      // A second click on the same words goes on to the next finding about them.
      if (keys.length) show(keys[(keys.indexOf(current) + 1) % keys.length]);
    }
  });

  // Steps, in the order of the list: buttons, or j and k while something of the findings has the focus.
  const listed = () => all(".list li:not([hidden])").map((item) => item.dataset.f);
  const count = () => {
    const order = listed();
    const at = order.indexOf(current);
    const total = cards.length === order.length ? `${order.length}` : `${order.length} (of ${cards.length})`;
    one(".stepper .at").textContent = at < 0 ? `${total} ${order.length === 1 ? "finding" : "findings"}` : `${at + 1} of ${total}`;
  };
  const step = (by) => {
    const order = listed();
    if (!order.length) return;
    const at = order.indexOf(current);
    show(order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length]);
  };
  for (const button of all(".stepper button")) button.addEventListener("click", () => step(Number(button.dataset.step)));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest?.("[data-f], .stepper")) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  // Filters: none of a group checked is all of it.
  const filter = () => {
    const wanted = (name) => new Set(all(`input[name=${name}]:checked`, form).map((input) => input.value));
    const [severities, categories] = [wanted("severity"), wanted("category")];
    shown.clear();
    for (const card of cards) {
      const { severity, category } = card.dataset;
      if ((!severities.size || severities.has(severity)) && (!categories.size || categories.has(category))) shown.add(card.id);
      card.hidden = !shown.has(card.id);
    }
    for (const element of all(".list li, .ref, .caret, mark")) {
      const left = keysOf(element).filter((key) => shown.has(key));
      if (element.tagName === "MARK") {
        if (left.length) element.dataset.severity = severityOf.get(left[0]);
        else delete element.dataset.severity;
        element.classList.toggle("off", !left.length);
      } else element.hidden = !left.length;
    }
    for (const group of all(".row, .document")) group.classList.toggle("quiet", !all(".card", group).some((card) => !card.hidden));
    for (const group of all(".cards")) group.hidden = !all(".card", group).some((card) => !card.hidden);
    document.body.classList.toggle("only-found", one("[name=found]").checked);
    one(".empty").hidden = shown.size > 0;
    if (!shown.has(current)) select(null);
    count();
  };
  form.addEventListener("change", filter);
  one(".reset").addEventListener("click", () => {
    form.reset();
    filter();
  });

  const list = one(".list ol");
  const place = new Map(cards.map((card, index) => [card.id, index]));
  one("[name=order]").addEventListener("change", (event) => {
    const inText = (a, b) => place.get(a.dataset.f) - place.get(b.dataset.f);
    list.append(...(event.target.checked ? [...items].sort(inText) : items));
    one(".list h2").textContent = event.target.checked ? "In the order of the text" : "Worst first";
    count();
  });

  for (const element of [form, one(".stepper"), one(".order")]) element.hidden = false;
  if (matchMedia("(max-width: 60rem)").matches) one(".list").open = false;
  filter();
})();
