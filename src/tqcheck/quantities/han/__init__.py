"""Figures of Chinese, Japanese and Korean."""
