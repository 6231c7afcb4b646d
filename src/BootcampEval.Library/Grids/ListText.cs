// Grids as the nested lists that several answer formats ask for.

using BootcampEval.Sdk;
using BootcampEval.Sdk.Puzzles;
using BootcampEval.Sdk.Python;

namespace BootcampEval.Library.Grids;

/// <summary>Answers as Python lists: <c>[[1, 2], [2, 1]]</c>.</summary>
internal static class ListText
{
    /// <summary>A grid as a list of rows.</summary>
    public static string Of(Grid<int> grid) => $"[{string.Join(", ", grid.ToRows().Select(row => $"[{string.Join(", ", row)}]"))}]";

    /// <summary>Lays a list of rows, as far as the value is one, into the cells of a picture that are not given.</summary>
    public static void Fill(this Picture picture, PyValue value)
    {
        if (value.TryGetItems(out var rows))
            picture.Fill([.. rows.Select(row => row.TryGetItems(out var cells) ? cells : [])], cell => cell.ToString());
    }
}
