"""What reviewers and annotators say to each other of an article."""
