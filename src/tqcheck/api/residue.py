"""What rules may import of the engine for residue."""

from __future__ import annotations

from tqcheck.residue.boilerplate import EDITOR, Boilerplate, boilerplate, whole_line
from tqcheck.residue.chat import chat_residue
from tqcheck.residue.markup import leftover_markup
from tqcheck.residue.mojibake import Mojibake, mojibake
from tqcheck.residue.placeholders import Placeholder, placeholders

__all__ = [
    "EDITOR",
    "Boilerplate",
    "Mojibake",
    "Placeholder",
    "boilerplate",
    "chat_residue",
    "leftover_markup",
    "mojibake",
    "placeholders",
    "whole_line",
]
