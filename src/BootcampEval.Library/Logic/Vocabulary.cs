// Words for the formal bootcamps: classes, people, facts and deeds that mean nothing special, so that only the form of a statement counts.

using BootcampEval.Sdk;

namespace BootcampEval.Library.Logic;

/// <summary>Words to fill the places of logical forms.</summary>
internal static class Vocabulary
{
    /// <summary>Classes of people, in the plural: any of them may share members with any other.</summary>
    public static IReadOnlyList<string> Classes { get; } =
    [
        "acrobats", "anglers", "archers", "archivists", "bakers", "barbers", "beekeepers", "botanists", "brewers", "builders", "carpenters", "cellists",
        "chemists", "clerks", "climbers", "cobblers", "collectors", "cooks", "cyclists", "dancers", "dentists", "divers", "drummers", "editors",
        "farmers", "fencers", "florists", "gardeners", "geologists", "glaziers", "golfers", "grocers", "hikers", "historians", "jewellers", "judges",
        "jugglers", "librarians", "linguists", "masons", "medics", "miners", "novelists", "nurses", "organists", "painters", "pianists", "pilots",
        "plumbers", "poets", "porters", "potters", "printers", "rowers", "runners", "sailors", "sculptors", "shepherds", "singers", "skaters",
        "smiths", "surveyors", "swimmers", "tailors", "teachers", "tenants", "translators", "violinists", "voters", "weavers", "welders", "wrestlers",
    ];

    /// <summary>First names, each of one person.</summary>
    public static IReadOnlyList<string> People { get; } =
    [
        "Alma", "Amir", "Anna", "Bela", "Bruno", "Carla", "Chen", "Clara", "Dario", "Dora", "Edgar", "Elif", "Emil", "Esra", "Felix", "Flora",
        "Greta", "Hana", "Hugo", "Ines", "Ivan", "Jonas", "Julia", "Kaya", "Kofi", "Lea", "Luis", "Mara", "Milan", "Nadia", "Nils", "Olga",
        "Omar", "Paula", "Pavel", "Rosa", "Samir", "Sofia", "Tara", "Tomas", "Vera", "Viktor", "Yusuf", "Zoe",
    ];

    /// <summary>What a person may do or be, after a name: "Alma sings in the choir".</summary>
    public static IReadOnlyList<string> Habits { get; } =
    [
        "bakes rye bread", "collects old maps", "comes from the islands", "grows tomatoes", "has a key to the archive", "has crossed the desert", "keeps bees",
        "knows the way to the mill", "lives above the bakery", "mends nets", "owes the miller money", "owns a rowing boat", "paints fences", "plays the viola",
        "reads Greek", "repairs bicycles", "rings the church bell", "runs the ferry", "sells apples", "sings in the choir", "sleeps with the window open",
        "speaks three languages", "swims before breakfast", "takes the early train", "teaches chess", "translates letters", "walks to work", "was born in winter",
        "wears a red scarf", "won the rowing race", "writes a diary", "works at night",
    ];

    /// <summary>What may be commanded or allowed, after "to": "to park on the lawn".</summary>
    public static IReadOnlyList<string> Deeds { get; } =
    [
        "park on the lawn", "smoke in the stairwell", "bring a dog into the shop", "ring the bell at night", "swim in the reservoir", "light a fire on the beach",
        "pick flowers in the park", "ride a bicycle on the pier", "play music in the courtyard", "take photographs in the museum", "camp by the lake",
        "fish from the bridge", "sell food at the station", "use the service lift", "leave the gate open", "hang laundry on the balcony", "feed the pigeons",
        "climb the tower", "enter the archive without a badge", "carry tools on the tram", "wear a helmet in the quarry", "report every accident",
        "keep the receipts for ten years", "lock the workshop at noon", "sign the visitors' book", "sort the waste", "clear the snow before eight",
        "switch off the lights at night", "tell the neighbours about repairs", "wash the hands before work", "weigh every parcel", "show a ticket on demand",
        "store fuel in the cellar", "fly a drone over the harbour", "cut the hedge in spring", "print in colour", "lend the key to a guest", "drive through the market street",
        "water the garden in a drought", "moor a boat at the jetty", "open the windows during a test", "work on public holidays",
    ];

    /// <summary>A statement about one person: <c>Alma sings in the choir</c>.</summary>
    public static string Fact(PuzzleRandom random) => $"{random.Pick(People)} {random.Pick(Habits)}";

    /// <summary>Different statements, each about another person.</summary>
    public static string[] Facts(PuzzleRandom random, int count)
    {
        var people = random.Sample(People, count);
        var habits = random.Sample(Habits, count);
        return [.. people.Zip(habits, (person, habit) => $"{person} {habit}")];
    }

    /// <summary>The items of a list as people say them: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items, string word = "and") =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} {word} {items[^1]}";
}
