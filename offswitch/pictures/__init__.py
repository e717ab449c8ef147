"""What is drawn: scored screenshots and filmstrips, on copies of the pictures of a recording."""
