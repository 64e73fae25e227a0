"""What a school judges, aims for, plans and says, beside its evidence."""
