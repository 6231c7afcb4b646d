// Resolution again: the data source of this name has never held an arrow maze.

namespace BootcampEval.Library.Logic;

/// <summary>Propositional resolution, published under the name of another puzzle; <c>Arrowmaze</c> is the real arrow maze.</summary>
public sealed class KorPuzzleArrowMaze() : ResolutionQuestions("KorPuzzleArrowMaze", "Resolution, named Arrow Maze");
