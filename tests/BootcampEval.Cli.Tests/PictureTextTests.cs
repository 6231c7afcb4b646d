using BootcampEval.Cli.Screens;
using BootcampEval.Sdk;

namespace BootcampEval.Cli.Tests;

public sealed class PictureTextTests
{
    [Fact]
    public void Lines_stand_between_regions_and_clues_at_the_edges()
    {
        var picture = new Picture(2, 3, cell => cell == new Cell(0, 0) ? "5" : "")
        {
            Region = cell => cell.Column == 2 ? 1 : 0,
            RowLabels = ["3", "12"],
            ColumnLabels = ["1 2", "4", ""],
        };
        Assert.Equal("""
                 1
                 2   4
               ┌───────┬───┐
             3 │ 5   · │ · │
            12 │ ·   · │ · │
               └───────┴───┘

            """, PictureText.Of(picture, hasColours: false));
    }

    [Fact]
    public void Without_regions_every_cell_has_its_box()
    {
        var picture = new Picture(1, 2, cell => cell.Column == 0 ? "ab" : "");
        Assert.Equal("""
            ┌────┬────┐
            │ ab │    │
            └────┴────┘

            """, PictureText.Of(picture, hasColours: false));
    }

    [Fact]
    public void Wrong_cells_are_marked_with_and_without_colours()
    {
        var picture = new Picture(1, 2);
        picture.Set(new(0, 0), "7", CellMark.Answer);
        picture.MarkWrong(new(0, 0));
        picture.MarkWrong(new(0, 1));
        Assert.Contains("│ 7! │ !  │", PictureText.Of(picture, hasColours: false), StringComparison.Ordinal);
        Assert.Contains("\e[1;37;41m 7 \e[0m", PictureText.Of(picture, hasColours: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_characters_keep_the_columns_straight()
    {
        var picture = new Picture(2, 1, cell => cell.Row == 0 ? "好" : "a");
        Assert.Equal("""
            ┌────┐
            │ 好 │
            ├────┤
            │ a  │
            └────┘

            """, PictureText.Of(picture, hasColours: false));
    }

    [Fact]
    public void An_empty_picture_is_no_fault() => Assert.Equal("", PictureText.Of(new(0, 0), hasColours: true).Trim());
}
