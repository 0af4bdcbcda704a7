"""The wording of letters of application, apart from the hand that puts them together."""
