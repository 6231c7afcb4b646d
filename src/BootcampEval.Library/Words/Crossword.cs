// Crosswords: words that cross each other in a grid, how fresh ones are laid out, and whether their words fit in one way only.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Words;

/// <summary>A filled crossword.</summary>
/// <param name="Letters">The letters; <c>\0</c> in blocked cells.</param>
internal sealed record Crossword(Grid<char> Letters)
{
    /// <summary>An unbroken line of two or more letters, and where they stand.</summary>
    public sealed record Slot(string Word, IReadOnlyList<Cell> Cells);

    /// <summary>The words that read from left to right, row by row.</summary>
    public IReadOnlyList<Slot> Across => [.. Enumerable.Range(0, Letters.Rows).SelectMany(row => SlotsOf(Cell.OfRow(row, Letters.Columns)))];

    /// <summary>The words that read from top to bottom, column by column.</summary>
    public IReadOnlyList<Slot> Down => [.. Enumerable.Range(0, Letters.Columns).SelectMany(column => SlotsOf(Cell.OfColumn(column, Letters.Rows)))];

    /// <summary>Lays out words at random so that each crosses another and no two touch otherwise.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="side">Rows and columns of the grid.</param>
    /// <param name="words">How many words to lay out.</param>
    /// <param name="vocabulary">The words to choose from.</param>
    /// <returns>Null when the words drawn do not go together: try again.</returns>
    public static Crossword? Fresh(PuzzleRandom random, int side, int words, IReadOnlyList<string> vocabulary)
    {
        const int TriesPerWord = 20;
        var letters = new Grid<char>(side, side);
        var first = random.Pick(vocabulary);
        var filled = new List<Cell>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        Write(first, new(random.Below(side), random.Below(side - first.Length + 1)), isAcross: true);
        for (var attempt = 0; attempt < TriesPerWord * words && used.Count < words; attempt++)
        {
            var crossing = random.Pick(filled);
            var isAcross = HasFreeSides(letters, crossing, isAcross: true);
            var word = random.Pick(vocabulary);
            while (!word.Contains(letters[crossing], StringComparison.Ordinal)) word = random.Pick(vocabulary);
            var places = Enumerable.Range(0, word.Length).Where(i => word[i] == letters[crossing]).ToArray();
            var start = Moved(crossing, -random.Pick(places), isAcross);
            if (!used.Contains(word) && Fits(letters, word, start, isAcross)) Write(word, start, isAcross);
        }
        return used.Count == words ? new(letters) : null;

        void Write(string word, Cell start, bool isAcross)
        {
            foreach (var (cell, letter) in CellsFrom(start, word.Length, isAcross).Zip(word))
            {
                if (letters[cell] == '\0') filled.Add(cell);
                letters[cell] = letter;
            }
            used.Add(word);
        }
    }

    /// <summary>Whether the words, each used once in its direction, can be written into the pattern of this crossword in one way only.</summary>
    public bool FillsInOneWay()
    {
        var model = new FiniteDomain();
        var (across, down) = (Across, Down);
        int[] acrossChoices = [.. across.Select(slot => model.Add(OfSameLength(across, slot)))];
        int[] downChoices = [.. down.Select(slot => model.Add(OfSameLength(down, slot)))];
        if (across.Count > 1) model.AllDifferent(acrossChoices);
        if (down.Count > 1) model.AllDifferent(downChoices);
        for (var i = 0; i < across.Count; i++)
            for (var j = 0; j < down.Count; j++)
            {
                if (across[i].Cells.Intersect(down[j].Cells).ToArray() is not [var crossing]) continue;
                var (along, below) = (crossing.Column - across[i].Cells[0].Column, crossing.Row - down[j].Cells[0].Row);
                model.Allowed([acrossChoices[i], downChoices[j]], [.. Agreeing(along, below)]);
            }
        return model.HasOneSolution();

        IEnumerable<int[]> Agreeing(int along, int below) =>
            from a in Enumerable.Range(0, across.Count)
            from d in Enumerable.Range(0, down.Count)
            where along < across[a].Word.Length && below < down[d].Word.Length && across[a].Word[along] == down[d].Word[below]
            select (int[])[a, d];
    }

    private static ulong OfSameLength(IReadOnlyList<Slot> slots, Slot slot) =>
        Enumerable.Range(0, slots.Count).Where(i => slots[i].Word.Length == slot.Word.Length).Aggregate(0UL, (mask, i) => mask | (1UL << i));

    private IEnumerable<Slot> SlotsOf(IReadOnlyList<Cell> line)
    {
        for (int start = 0, end; start < line.Count; start = end + 1)
        {
            for (end = start; end < line.Count && Letters[line[end]] != '\0'; end++)
            {
            }
            if (end - start > 1) yield return new(string.Concat(line.Take(start..end).Select(cell => Letters[cell])), [.. line.Take(start..end)]);
        }
    }

    // A word may share letters with words it crosses, not with one in its own line; nothing may stand before it, behind it, or beside its other letters.
    private static bool Fits(Grid<char> letters, string word, Cell start, bool isAcross)
    {
        var cells = CellsFrom(start, word.Length, isAcross).ToArray();
        if (!letters.Contains(cells[0]) || !letters.Contains(cells[^1])) return false;
        if (!IsFree(letters, Moved(start, -1, isAcross)) || !IsFree(letters, Moved(start, word.Length, isAcross))) return false;
        return cells.Zip(word).All(pair => letters[pair.First] == '\0'
            ? HasFreeSides(letters, pair.First, !isAcross)
            : letters[pair.First] == pair.Second && HasFreeSides(letters, pair.First, isAcross));
    }

    private static bool HasFreeSides(Grid<char> letters, Cell cell, bool isAcross) =>
        IsFree(letters, Moved(cell, -1, isAcross)) && IsFree(letters, Moved(cell, 1, isAcross));

    private static bool IsFree(Grid<char> letters, Cell cell) => !letters.Contains(cell) || letters[cell] == '\0';

    private static IEnumerable<Cell> CellsFrom(Cell start, int length, bool isAcross) => Enumerable.Range(0, length).Select(i => Moved(start, i, isAcross));

    private static Cell Moved(Cell cell, int by, bool isAcross) => isAcross ? cell with { Column = cell.Column + by } : cell with { Row = cell.Row + by };
}
