"""All content, as data a teacher could edit."""
