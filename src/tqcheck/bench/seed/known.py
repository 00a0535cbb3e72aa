"""A few names that everyone knows, by kind, for English targets; and first names, which tell people in any."""

from __future__ import annotations

KNOWN: dict[str, tuple[str, ...]] = {
    # Without those that take an article, so that each can stand for each.
    "country": tuple(
        "Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bangladesh Belarus Belgium "
        "Bolivia Brazil Bulgaria Cambodia Cameroon Canada Chile China Colombia Croatia Cuba Denmark Ecuador Egypt "
        "Estonia Ethiopia Finland France Germany Ghana Greece Hungary Iceland India Indonesia Iran Iraq Ireland Israel "
        "Italy Japan Kazakhstan Kenya Kuwait Kyrgyzstan Latvia Lebanon Libya Lithuania Malaysia Mexico Moldova "
        "Mongolia Morocco Mozambique Nepal Nigeria Norway Pakistan Peru Poland Portugal Qatar Romania Russia Senegal "
        "Serbia Singapore Slovakia Slovenia Somalia Spain Sweden Switzerland Syria Tanzania Thailand Tunisia Turkey "
        "Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe".split()
    ),
    "city": (
        *"Amsterdam Ankara Athens Baghdad Bangkok Barcelona Beijing Beirut Berlin Bologna Bordeaux Boston Brussels "
        "Bucharest Budapest Busan Cairo Casablanca Chengdu Chicago Chongqing Cologne Copenhagen Daegu Damascus Delhi "
        "Dresden Dubai Dublin Florence Frankfurt Fukuoka Geneva Genoa Guangzhou Hamburg Hanoi Hangzhou Havana "
        "Helsinki Incheon Istanbul Jakarta Kazan Kobe Kyiv Kyoto Leipzig Lille Lima Lisbon Liverpool London Lyon "
        "Madrid Manchester Manila Marseille Melbourne Milan Minsk Montreal Moscow Mumbai Munich Nagoya Nairobi Nanjing "
        "Nantes Naples Novosibirsk Osaka Oslo Palermo Paris Porto Prague Rabat Recife Riga Riyadh Rome Rotterdam "
        "Salvador Samara Sapporo Seoul Seville Shanghai Shenzhen Sofia Stockholm Strasbourg Stuttgart Sydney Taipei "
        "Tashkent Tehran Tokyo Toronto Toulouse Tunis Turin Valencia Venice Vienna Vladivostok Warsaw Wuhan Yokohama "
        "Zurich".split(),
        "Buenos Aires",
        "New York",
        "Rio de Janeiro",
    ),
    "body": (
        "World Bank",
        "World Health Organization",
        "World Trade Organization",
        "International Monetary Fund",
        "European Commission",
        "European Parliament",
        "European Central Bank",
        "UNESCO",
        "UNICEF",
        "NATO",
    ),
}

# By the language of the source; who writes in another has any of the last.
PEOPLE = {
    "ar": ("Ahmed Mansour", "Layla Haddad", "Omar Khalil"),
    "de": ("Peter Schmidt", "Monika Wagner", "Klaus Richter"),
    "es": ("Elena Gutiérrez", "Carlos Romero", "Laura Castillo"),
    "fr": ("Claire Moreau", "Antoine Lefèvre", "Julie Garnier"),
    "it": ("Giulia Ferrari", "Marco Ricci", "Paola Greco"),
    "ja": ("Hiroki Watanabe", "Yumi Kobayashi", "Takashi Mori"),
    "ko": ("Choi Seung-hyun", "Lee Hye-jin", "Jung Woo-sung"),
    "pt": ("Joana Ribeiro", "Rafael Teixeira", "Luísa Azevedo"),
    "ru": ("Oleg Sidorov", "Irina Pavlova", "Viktor Orlov"),
    "zh": ("Wang Lei", "Zhao Xiaomei", "Zhang Guoqiang"),
    "": ("Robert Hayes", "Anna Kowalska", "Peter Novak", "Laura Jensen"),
}
# The same for a target in Cyrillic.
CYRILLIC_PEOPLE = ("Олег Сидоров", "Ирина Павлова", "Виктор Орлов", "Анна Ковальская", "Питер Новак")

# First names, or surnames where those come first, that are no words and no places.
FIRST_NAMES = frozenset(
    (
        "Abdullah Ahmed Alain Alejandro Aleksandr Alexander Alexei Ali Alice Amina Ana Andrea Andreas Andrei Anna Anne "
        "António Antonio Antoine Beatriz Bernd Bruno Carla Carlos Catherine Cécile Chiara Christine Claire Claudia Claudio "
        "Daniel Daniela David Denis Dmitry Dmitri Eduardo Elena Elisa Emma Emmanuel Enrico Eva Fatima Federico Fernanda "
        "Fernando Francesca Francesco Francisco François Franz Frank Gabriel Giorgia Giovanni Giulia Giuseppe Gustavo "
        "Hans Hassan Heinrich Helena Helga Hiroki Hiroshi Hussein Ibrahim Igor Ines Irina Isabel Ivan Jacques Javier Jean Joana "
        "João Johannes John Jorge José Juan Juana Julia Julie Jürgen Karim Katrin Kenji Khaled Klaus Laura Layla Leila Lena Luca Lucas "
        "Lucía Lucie Luigi Luis Luísa Mahmoud Marco Marcos Margarita Maria María Marie Mario Marta Martin Mathieu Matteo "
        "Mariana Michael Michel Miguel Mikhail Mohamed Mohammed Monika Mustafa Nadia Natalia Nicolas Nikolai Nina Nour Oleg Olga Omar "
        "Pablo Paolo Patricia Paola Paul Paula Paulo Pavel Pedro Peter Petra Philippe Pierre Rafael Rania Renate Ricardo "
        "Roberto Robert Sabine Salma Samir Sara Sarah Sergei Sergio Simone Sofia Sophie Stefan Susanne Svetlana Takashi Tatiana "
        "Thomas Tiago Valentina Vera Viktor Vincent Vladimir Walter Yasmin Yuki Yusuf Youssef "
        "Akiko Haruka Kaori Keiko Naoko Satoshi Shinji Takeshi Yoko Yuko Yumi Kenta Daichi Ryo "
        "Chen Guo Huang Li Lin Liu Ma Wang Wu Xu Yang Zhang Zhao Zheng Zhou Zhu "
        "Choi Han Jang Jeong Jung Kang Kim Lee Park Yoon "
        "Александр Алексей Анна Владимир Дмитрий Елена Иван Мария Михаил Николай Ольга Павел Сергей Юрий"
    ).split()
)

# Last words of names that begin like a person's: the Han River, Park Avenue.
UNNAMED = frozenset(
    "Airport Avenue Bank Bay Bridge City Company Group Hotel Institute Island Islands Lake Museum Party Prize Province River "
    "Road School Sea Square Station Street University Valley".split()
)

# After these a name may be left out: "the architect Maria Lopez" …
TITLES = (
    "actor actress analyst architect artist author captain chairman chairwoman coach director doctor economist engineer "
    "farmer historian manager mayor minister player professor researcher seismologist spokesman spokeswoman teacher writer"
).split()
# … and "President Lopez", which needs no article.
HONOURS = ("Chancellor", "Governor", "Mayor", "Minister", "President", "Professor")
