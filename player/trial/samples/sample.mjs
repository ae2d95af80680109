export const essai = "ENA";
