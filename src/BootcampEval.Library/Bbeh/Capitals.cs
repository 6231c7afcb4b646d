// Capitals of countries, facts that truth values are made of.

using System.Collections.Frozen;

namespace BootcampEval.Library.Bbeh;

/// <summary>
/// Countries with their capital and other well-known cities. Only countries whose capital no atlas disputes are asked about in fresh puzzles; the
/// others are here because official rows speak of them.
/// </summary>
internal static class Capitals
{
    /// <summary>A country, its capital, and cities that are not its capital.</summary>
    public sealed record Country(string Name, string Capital, string[] OtherCities);

    /// <summary>The countries that fresh puzzles ask about.</summary>
    public static IReadOnlyList<Country> Undisputed { get; } =
    [
        .. """
            Austria: Vienna, Salzburg, Graz
            Belgium: Brussels, Antwerp, Ghent
            Brazil: Brasilia, Sao Paulo, Salvador
            Bulgaria: Sofia, Plovdiv, Varna
            Canada: Ottawa, Toronto, Montreal
            Croatia: Zagreb, Split, Rijeka
            Cuba: Havana, Santiago de Cuba, Camaguey
            Denmark: Copenhagen, Aarhus, Odense
            Egypt: Cairo, Alexandria, Luxor
            Ethiopia: Addis Ababa, Gondar, Mekelle
            Finland: Helsinki, Turku, Tampere
            France: Paris, Lyon, Marseille
            Germany: Berlin, Hamburg, Munich
            Ghana: Accra, Kumasi, Tamale
            Greece: Athens, Thessaloniki, Patras
            Hungary: Budapest, Debrecen, Szeged
            Iceland: Reykjavik, Akureyri, Selfoss
            Ireland: Dublin, Cork, Galway
            Italy: Rome, Milan, Naples
            Japan: Tokyo, Osaka, Kyoto
            Kenya: Nairobi, Mombasa, Kisumu
            Latvia: Riga, Daugavpils, Liepaja
            Mexico: Mexico City, Guadalajara, Monterrey
            Mongolia: Ulaanbaatar, Erdenet, Darkhan
            Morocco: Rabat, Casablanca, Marrakesh
            Nepal: Kathmandu, Pokhara, Bhaktapur
            New Zealand: Wellington, Auckland, Christchurch
            Norway: Oslo, Bergen, Trondheim
            Pakistan: Islamabad, Karachi, Lahore
            Peru: Lima, Cusco, Arequipa
            Poland: Warsaw, Krakow, Gdansk
            Portugal: Lisbon, Porto, Coimbra
            Romania: Bucharest, Brasov, Constanta
            Senegal: Dakar, Thies, Touba
            Spain: Madrid, Barcelona, Seville
            Sweden: Stockholm, Gothenburg, Malmo
            Thailand: Bangkok, Chiang Mai, Pattaya
            Tunisia: Tunis, Sfax, Sousse
            Turkey: Ankara, Istanbul, Izmir
            Uruguay: Montevideo, Salto, Rivera
            Vietnam: Hanoi, Hue, Da Nang
            Zambia: Lusaka, Ndola, Kitwe
            """.Split('\n').Select(Read),
    ];

    private static readonly FrozenDictionary<string, string> CapitalOf = Undisputed
        .Concat(
        [
            .. """
                Afghanistan: Kabul
                Armenia: Yerevan
                Azerbaijan: Baku
                Belarus: Minsk
                Cameroon: Yaounde
                Colombia: Bogota
                Gambia: Banjul
                India: New Delhi
                Iran: Tehran
                Iraq: Baghdad
                Jordan: Amman
                Malaysia: Kuala Lumpur
                Nigeria: Abuja
                """.Split('\n').Select(Read),
        ])
        .ToFrozenDictionary(country => country.Name, country => country.Capital, StringComparer.Ordinal);

    /// <summary>Whether a city is the capital of a country; null for countries not known here.</summary>
    public static bool? IsCapital(string country, string city) =>
        CapitalOf.TryGetValue(country, out var capital) ? string.Equals(city, capital, StringComparison.Ordinal) : null;

    private static Country Read(string line)
    {
        var parts = line.Split(": ");
        var cities = parts[1].Split(", ");
        return new(parts[0], cities[0], cities[1..]);
    }
}
