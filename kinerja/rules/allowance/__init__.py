"""TPP: basic amount, attendance, cuts and the monthly payment (regulations 4). Money is whole rupiah."""
