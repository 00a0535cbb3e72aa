"""What rules may import of the engine for residue."""

from __future__ import annotations

from tqcheck.residue.chat import chat_residue

__all__ = ["chat_residue"]
