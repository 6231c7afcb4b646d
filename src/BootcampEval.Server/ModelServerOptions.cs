// How the reference model server is set up.

using System.Net;
using BootcampEval.Sdk;

namespace BootcampEval.Server;

/// <summary>What a <see cref="ModelServer"/> serves, and where.</summary>
public sealed record ModelServerOptions
{
    /// <summary>The bootcamps that solve the puzzles.</summary>
    public required BootcampCatalog Catalog { get; init; }

    /// <summary>A folder of test files, or one test file: the prompts that can be answered.</summary>
    public required string TestSet { get; init; }

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Further names to serve, and which of the own models (<c>reference</c>, <c>noisy-30</c>) answers under each.
    /// </summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>The key that requests must carry; null for none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Delays and failures.</summary>
    public Faults Faults { get; init; } = new();

    /// <summary>Words in each piece of a streamed answer, when it is produced at once. Slow answers come word by word.</summary>
    public int WordsPerChunk { get; init; } = 8;

    /// <summary>Most bytes of answers kept in memory.</summary>
    public long AnswerCacheBytes { get; init; } = 64 << 20;

    /// <summary>The clock of delays.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
