// The puzzle behind Calcudoku and its sibling: a Latin square divided into cages, each with an arithmetic target.

using System.Numerics;
using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;

namespace BootcampEval.Library.Grids;

/// <summary>Cells that reach a target by an operation.</summary>
internal sealed record Cage(string Operator, int Target, IReadOnlyList<Cell> Cells)
{
    /// <summary>The operation and the target: <c>12*</c>.</summary>
    public string Clue => $"{Target}{Operator}";
}

/// <summary>An n x n grid with 1 to n once in each row and column, and cages.</summary>
/// <param name="size">The side n.</param>
/// <param name="cages">The cages; cells in none are free.</param>
/// <param name="holds">Whether numbers in the cells of a cage, in their order, reach its target.</param>
internal sealed class CagedSquare(int size, IReadOnlyList<Cage> cages, Func<Cage, int[], bool> holds)
{
    // A cage with more fillings than this is beyond the solver; the official rows stay far below.
    private const int MostFillings = 400_000;

    private readonly List<int[]>?[] _fillings = new List<int[]>?[cages.Count];

    /// <summary>Checks shape, rows, columns, and then the cages.</summary>
    public Verdict Judge(BigInteger[][] answer)
    {
        if (Grid.ShapeFaultOf(answer, size, size) is { } fault) return Verdict.Wrong(fault);
        var grid = Sdk.Answers.IntegerRows.ToGrid(answer);
        if (LatinSquare.FaultOf(grid) is { } wrong) return wrong;
        foreach (var cage in cages)
        {
            int[] numbers = [.. cage.Cells.Select(cell => grid[cell])];
            if (!holds(cage, numbers))
                return Verdict.Wrong($"the cage {cage.Clue} {At(cage)}holds {string.Join(' ', numbers)}", [.. cage.Cells]);
        }
        return Verdict.Correct;

        static string At(Cage cage) => cage.Cells.Count == 0 ? "" : $"at {cage.Cells[0]} ";
    }

    /// <summary>A right filling, or null.</summary>
    public Grid<int>? Solve() =>
        Model() is var (model, grid) && model.Search().First is { } solution ? grid.Select(variable => solution[variable]) : null;

    /// <summary>
    /// The decimal logarithm of the number of ways to fill the cages, each by itself: what there is to choose from before one combines them.
    /// </summary>
    public double Choices => cages.Sum(cage => Math.Log10(Math.Max(1, FillingsOf(cage)?.Count ?? MostFillings)));

    /// <summary>A random square with cages that have one common solution.</summary>
    /// <param name="random">The source of chance.</param>
    /// <param name="size">The side.</param>
    /// <param name="cells">The least and the greatest number of cells a cage grows to.</param>
    /// <param name="admits">Whether a cage with some numbers may take in one more.</param>
    /// <param name="choices">The operations and targets that fit the numbers of a cage.</param>
    /// <param name="holds">Whether numbers in the cells of a cage reach its target.</param>
    public static IReadOnlyList<Cage> Generate(
        PuzzleRandom random, int size, (int Least, int Most) cells, Func<IEnumerable<int>, int, bool> admits,
        Func<int[], List<(string Operator, int Target)>> choices, Func<Cage, int[], bool> holds)
    {
        while (true)
        {
            var solution = LatinSquare.Random(size, random);
            var labels = Regions.Partition(size, size, () => random.Between(cells.Least, cells.Most), random, Admits);
            if (cells.Least > 1) JoinSingles(labels, random, Admits);
            var regions = Regions.ByLabel(labels).Values;
            if (regions.Count > 26 || (cells.Least > 1 && regions.Any(region => region.Count == 1))) continue;
            Cage[] cages = [.. regions.Select(region => random.Pick(Choices(region)))];
            if (Determine(cages)) return cages;

            bool Admits(IReadOnlyList<Cell> region, Cell cell) => admits(region.Select(other => solution[other]), solution[cell]);

            Cage[] Choices(IReadOnlyList<Cell> region) =>
                [.. choices([.. region.Select(cell => solution[cell])]).Select(choice => new Cage(choice.Operator, choice.Target, region))];

            // While another solution exists, a cage gets a clue that rules it out. False when none can, or when it takes too long.
            bool Determine(Cage[] cages)
            {
                var square = new CagedSquare(size, cages, holds);
                for (var round = 0; round < 30; round++)
                {
                    if (square.Model() is not var (model, grid)) return false;
                    var found = model.Search(2, nodeBudget: 200);
                    if (found.IsUnique) return true;
                    var rival = found.Solutions.FirstOrDefault(other => grid.Cells.Any(cell => other[grid[cell]] != solution[cell]));
                    if (rival is null) return false;
                    (int Index, Cage Cage)[] better = [.. cages.Index().SelectMany(each => Choices(each.Item.Cells)
                        .Where(cage => !holds(cage, [.. cage.Cells.Select(cell => rival[grid[cell]])])).Select(cage => (each.Index, cage)))];
                    if (better.Length == 0) return false;
                    var (index, chosen) = random.Pick(better);
                    cages[index] = chosen;
                    square._fillings[index] = square.FillingsOf(chosen);
                }
                return false;
            }
        }
    }

    /// <summary>The cages with their clues, and the numbers of an answer.</summary>
    public Picture Draw(Extraction<BigInteger[][]> answer)
    {
        var cageOf = new Grid<int>(size, size, _ => -1);
        for (var i = 0; i < cages.Count; i++)
            foreach (var cell in cages[i].Cells) cageOf[cell] = i;
        var picture = new Picture(size, size) { Region = cell => cageOf[cell] };
        if (answer.Found) picture.Fill(answer.Answer, number => $"{number}");
        foreach (var cage in cages.Where(cage => cage.Cells.Count > 0))
        {
            var first = cage.Cells.Min(Comparer<Cell>.Create((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column))));
            picture.Set(first, $"{picture.Text(first)} ({cage.Clue})".Trim(), answer.Found ? CellMark.Answer : CellMark.Given);
        }
        return picture;
    }

    private static void JoinSingles(Grid<int> labels, PuzzleRandom random, Func<IReadOnlyList<Cell>, Cell, bool> admits)
    {
        foreach (var single in Regions.ByLabel(labels).Values.Where(region => region.Count == 1).Select(region => region[0]))
        {
            var regions = Regions.ByLabel(labels);
            if (regions[labels[single]].Count > 1) continue;
            int[] hosts = [.. labels.Neighbours(single).Select(cell => labels[cell]).Distinct().Where(label => admits(regions[label], single))];
            if (hosts.Length > 0) labels[single] = random.Pick(hosts);
        }
    }

    private (FiniteDomain Model, Grid<int> Grid)? Model()
    {
        var model = new FiniteDomain();
        var grid = LatinSquare.AddTo(model, size);
        foreach (var (i, cage) in cages.Index())
        {
            if ((_fillings[i] ??= FillingsOf(cage)) is not { } fillings) return null;
            if (cage.Cells.Count > 0) model.Allowed([.. cage.Cells.Select(cell => grid[cell])], fillings);
            else if (fillings.Count == 0) return null;
        }
        return (model, grid);
    }

    /// <summary>All numbers that a cage may hold without a repeat in a row or column; null when they are too many.</summary>
    private List<int[]>? FillingsOf(Cage cage)
    {
        var found = new List<int[]>();
        var numbers = new int[cage.Cells.Count];
        var tried = 0;
        return Fill(0) ? found : null;

        bool Fill(int at)
        {
            if (++tried > MostFillings) return false;
            if (at == numbers.Length)
            {
                if (holds(cage, numbers)) found.Add([.. numbers]);
                return true;
            }
            for (numbers[at] = 1; numbers[at] <= size; numbers[at]++)
            {
                if (!Clashes(at) && !Fill(at + 1)) return false;
            }
            return true;
        }

        bool Clashes(int at)
        {
            for (var i = 0; i < at; i++)
            {
                var (one, other) = (cage.Cells[i], cage.Cells[at]);
                if (numbers[i] == numbers[at] && (one.Row == other.Row || one.Column == other.Column)) return true;
            }
            return false;
        }
    }
}
