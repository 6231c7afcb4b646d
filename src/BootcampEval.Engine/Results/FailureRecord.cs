// One sample that could not be had: a line of errors.jsonl.

using BootcampEval.Engine.TestSets;

namespace BootcampEval.Engine.Results;

/// <summary>A sample whose tries are all used up.</summary>
/// <param name="Id">The row's id within its test file.</param>
/// <param name="File">The name of the test file.</param>
/// <param name="Sample">Which of the row's samples, from 0.</param>
/// <param name="Attempts">How many requests were made.</param>
/// <param name="Error">What the server said, or what happened to the connection; shortened, secrets masked.</param>
/// <param name="At">When it was given up.</param>
public sealed record FailureRecord(RowId Id, string File, int Sample, int Attempts, string Error, DateTimeOffset At);
