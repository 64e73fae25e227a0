"""Screens of the award: audits, plan, evidence, bundle."""
