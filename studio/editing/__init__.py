"""What is done with sounds as a whole: steps written anew, parts, joins, mixes, and recipes for others."""
