"""Study: shelves, planned sessions, cards and the review log. Every table leads with the account's id."""
