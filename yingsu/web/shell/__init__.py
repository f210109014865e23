"""What every page shares: the door, forms that act once, answers to refusals, navigation, headers."""
