"""What goes on a wall, on a jumper or home with a child: drawn pages in the school's colours."""
