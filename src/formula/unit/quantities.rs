//! What is measured, in words, with the units that people write for it; a table only.

use crate::formula::unit::Dimension;

/// A quantity that has a name.
pub struct Quantity {
    /// Powers of m, kg, s, A, K, mol, rad, $.
    pub dimension: Dimension,
    /// In French, with its article.
    pub fr: &'static str,
    /// In English, with its article.
    pub en: &'static str,
    /// Units of it that a learner may type, between spaces.
    pub units: &'static str,
}

const fn quantity(powers: [i8; 8], fr: &'static str, en: &'static str, units: &'static str) -> Quantity {
    Quantity { dimension: Dimension(powers), fr, en, units }
}

/// Every quantity that has a name.
// A row a quantity, however long.
#[rustfmt::skip]
pub const QUANTITIES: &[Quantity] = &[
    quantity([0; 8], "un nombre sans dimension", "a number without dimension", "% ‰ ppm"),
    quantity([1, 0, 0, 0, 0, 0, 0, 0], "une longueur", "a length", "m mm cm dm km µm nm po pi"),
    quantity([2, 0, 0, 0, 0, 0, 0, 0], "une aire", "an area", "m² mm² cm² dm² km² ha po² pi²"),
    quantity([3, 0, 0, 0, 0, 0, 0, 0], "un volume", "a volume", "m³ L mL cL dm³ cm³ mm³ pi³ po³"),
    quantity([4, 0, 0, 0, 0, 0, 0, 0], "un moment d'inertie de section", "a second moment of area", "mm⁴ cm⁴ m⁴ po⁴"),
    quantity([0, 1, 0, 0, 0, 0, 0, 0], "une masse", "a mass", "kg g mg t µg kt Mt lb"),
    quantity([-1, 1, 0, 0, 0, 0, 0, 0], "une masse par longueur", "a mass per length", "kg/m g/m g/mm t/m lb/pi"),
    quantity([-2, 1, 0, 0, 0, 0, 0, 0], "une masse par aire", "a mass per area", "kg/m² g/m² g/cm² lb/pi²"),
    quantity([-3, 1, 0, 0, 0, 0, 0, 0], "une masse volumique", "a density", "kg/m³ g/cm³ g/L kg/L t/m³ mg/L kg/dm³ lb/pi³"),
    quantity([0, 1, -1, 0, 0, 0, 0, 0], "un débit de masse", "a mass flow", "kg/s kg/h g/s t/h kg/j t/j kg/min t/an kt/an Mt/an"),
    quantity([0, 1, 0, 0, 0, -1, 0, 0], "une masse molaire", "a molar mass", "g/mol kg/mol"),
    quantity([0, 0, 1, 0, 0, 0, 0, 0], "une durée", "a duration", "s ms min h j an µs ns"),
    quantity([0, 0, -1, 0, 0, 0, 0, 0], "une fréquence", "a frequency", "Hz kHz MHz GHz 1/min 1/h"),
    quantity([0, 0, -1, 0, 0, 0, 1, 0], "une vitesse de rotation", "a speed of rotation", "rad/s tr/min tr/s °/s"),
    quantity([0, 0, 0, 1, 0, 0, 0, 0], "un courant électrique", "an electric current", "A mA kA µA MA"),
    quantity([0, 0, 1, 1, 0, 0, 0, 0], "une charge électrique", "an electric charge", "C Ah kAh mAh kC MC mC µC"),
    quantity([-2, 0, 0, 1, 0, 0, 0, 0], "une densité de courant", "a current density", "A/m² A/cm² A/mm² kA/m²"),
    quantity([0, 0, 0, 0, 1, 0, 0, 0], "une température", "a temperature", "°C K °F"),
    quantity([0, 0, 0, 0, -1, 0, 0, 0], "un coefficient de dilatation", "a coefficient of expansion", "1/K 10⁻⁶/K µm/(m·K) 1/°F ppm/K"),
    quantity([1, 0, 0, 0, -1, 0, 0, 0], "un allongement par degré", "an expansion per degree", "mm/K m/K µm/K"),
    quantity([0, 0, 0, 0, 0, 1, 0, 0], "une quantité de matière", "an amount of substance", "mol mmol kmol µmol"),
    quantity([0, 0, 0, 0, 0, 0, 1, 0], "un angle", "an angle", "rad ° mrad tr"),
    quantity([0, 0, 0, 0, 0, 0, 0, 1], "une somme d'argent", "an amount of money", "$ ¢ k$ M$ G$"),
    quantity([0, -1, 0, 0, 0, 0, 0, 1], "un prix par masse", "a price per mass", "$/kg $/t ¢/kg $/g $/lb"),
    quantity([-2, -1, 2, 0, 0, 0, 0, 1], "un prix de l'énergie", "a price of energy", "$/kWh ¢/kWh $/MWh $/J $/MJ $/GJ"),
    quantity([-3, 0, 0, 0, 0, 0, 0, 1], "un prix par volume", "a price per volume", "$/m³ $/L ¢/L"),
    quantity([0, 0, -1, 0, 0, 0, 0, 1], "une somme par durée", "an amount per time", "$/an $/h $/j k$/an M$/an"),
    quantity([1, 0, -1, 0, 0, 0, 0, 0], "une vitesse", "a speed", "m/s km/h mm/s cm/s m/min mm/min pi/s km/s"),
    quantity([1, 0, -2, 0, 0, 0, 0, 0], "une accélération", "an acceleration", "m/s² mm/s² cm/s² km/h/s pi/s²"),
    quantity([3, 0, -1, 0, 0, 0, 0, 0], "un débit", "a flow", "m³/s L/s L/min m³/h L/h mL/min m³/j"),
    quantity([1, 1, -2, 0, 0, 0, 0, 0], "une force", "a force", "N kN MN mN lbf"),
    quantity([0, 1, -2, 0, 0, 0, 0, 0], "une force par longueur", "a force per length", "N/m kN/m N/mm lbf/pi kN/mm"),
    quantity([-1, 1, -2, 0, 0, 0, 0, 0], "une contrainte ou une pression", "a stress or a pressure", "MPa Pa kPa GPa bar mbar atm psi ksi N/m²"),
    quantity([2, 1, -2, 0, 0, 0, 0, 0], "une énergie ou un moment", "an energy or a moment", "J kJ MJ GJ Wh kWh MWh GWh TWh eV cal kcal BTU N·m kN·m mJ"),
    quantity([2, 0, -2, 0, 0, 0, 0, 0], "une énergie massique", "an energy per mass", "J/kg kJ/kg MJ/kg J/g kWh/kg MWh/t kWh/t Wh/kg GJ/t"),
    quantity([2, 0, -2, 0, -1, 0, 0, 0], "une chaleur massique", "a specific heat", "J/(kg·K) kJ/(kg·K) J/(g·K) kWh/(kg·K)"),
    quantity([2, 1, -2, 0, -1, 0, 0, 0], "une capacité thermique", "a heat capacity", "J/K kJ/K MJ/K"),
    quantity([2, 1, -2, 0, 0, -1, 0, 0], "une énergie molaire", "a molar energy", "J/mol kJ/mol eV/mol"),
    quantity([2, 1, -2, 0, -1, -1, 0, 0], "une chaleur molaire", "a molar heat capacity", "J/(mol·K) kJ/(mol·K)"),
    quantity([2, 1, -3, 0, 0, 0, 0, 0], "une puissance", "a power", "W kW MW GW TW mW HP kJ/h MJ/h VA kVA BTU/h"),
    quantity([0, 1, -3, 0, 0, 0, 0, 0], "un flux de chaleur", "a heat flux", "W/m² kW/m² W/cm² MW/m²"),
    quantity([1, 1, -3, 0, -1, 0, 0, 0], "une conductivité thermique", "a thermal conductivity", "W/(m·K) W/(cm·K) kW/(m·K) mW/(m·K)"),
    quantity([0, 1, -3, 0, -1, 0, 0, 0], "un coefficient d'échange thermique", "a heat transfer coefficient", "W/(m²·K) kW/(m²·K) W/(cm²·K)"),
    quantity([0, -1, 3, 0, 1, 0, 0, 0], "une résistance thermique surfacique", "a thermal insulance", "m²·K/W cm²·K/W"),
    quantity([-2, -1, 3, 0, 1, 0, 0, 0], "une résistance thermique", "a thermal resistance", "K/W K/kW"),
    quantity([2, 1, -3, -1, 0, 0, 0, 0], "une tension électrique", "a voltage", "V mV kV µV MV"),
    quantity([2, 1, -3, -2, 0, 0, 0, 0], "une résistance électrique", "an electric resistance", "Ω mΩ kΩ MΩ µΩ"),
    quantity([3, 1, -3, -2, 0, 0, 0, 0], "une résistivité", "a resistivity", "Ω·m Ω·cm µΩ·m µΩ·cm nΩ·m"),
    quantity([-2, -1, 3, 2, 0, 0, 0, 0], "une conductance électrique", "an electric conductance", "S mS kS µS"),
    quantity([-3, -1, 3, 2, 0, 0, 0, 0], "une conductivité électrique", "an electric conductivity", "S/m MS/m S/cm mS/m"),
    quantity([-2, -1, 4, 2, 0, 0, 0, 0], "une capacité électrique", "a capacitance", "F mF µF nF pF"),
    quantity([2, 1, -2, -2, 0, 0, 0, 0], "une inductance", "an inductance", "H mH µH"),
    quantity([1, 1, -3, -1, 0, 0, 0, 0], "un champ électrique", "an electric field", "V/m kV/m V/cm kV/cm"),
    quantity([0, 1, -2, -1, 0, 0, 0, 0], "une induction magnétique", "a magnetic flux density", "T mT µT"),
];
