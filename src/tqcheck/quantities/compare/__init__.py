"""What agrees between the figures of two texts, and what was changed, lost or invented."""
