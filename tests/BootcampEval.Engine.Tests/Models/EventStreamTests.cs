// Cutting a stream of bytes into events.

using System.Text;
using BootcampEval.Engine.Models;

namespace BootcampEval.Engine.Tests.Models;

public sealed class EventStreamTests
{
    [Theory]
    [InlineData("data: a\n\ndata: b\n\n")]
    [InlineData("data: a\r\n\r\ndata: b\r\n\r\n")]
    [InlineData("data: a\r\rdata: b\r\r")]
    [InlineData("data:a\n\ndata:b\n\n")]
    [InlineData("\uFEFFdata: a\n\ndata: b\n\n")]
    [InlineData(": keep-alive\n\ndata: a\n\n: keep-alive\nid: 7\nevent: message\nretry: 3\ndata: b\n\n")]
    [InlineData("\n\n\ndata: a\n\n\n\ndata: b")]
    [InlineData("data: a\n\ndata: b\r")]
    public async Task Events_are_the_same_wherever_the_network_cuts_them(string stream)
    {
        var bytes = Encoding.UTF8.GetBytes(stream);
        for (var cut = 0; cut <= bytes.Length; cut++) Assert.Equal(["a", "b"], await EventsOf(bytes[..cut], bytes[cut..]));
        Assert.Equal(["a", "b"], await EventsOf([.. bytes.Select(octet => new[] { octet })]));
    }

    [Fact]
    public async Task Data_of_several_lines_is_joined()
    {
        var bytes = "data: {\"a\":\ndata: 1}\n\ndata: next\n\n"u8.ToArray();

        Assert.Equal(["{\"a\":\n1}", "next"], await EventsOf(bytes));
        Assert.Equal(["{\"a\":\n1}", "next"], await EventsOf([.. bytes.Select(octet => new[] { octet })]));
    }

    [Fact]
    public async Task Characters_split_over_chunks_come_together()
    {
        var bytes = Encoding.UTF8.GetBytes("data: 你好😀\n\n");

        for (var cut = 0; cut <= bytes.Length; cut++) Assert.Equal(["你好😀"], await EventsOf(bytes[..cut], bytes[cut..]));
    }

    [Fact]
    public async Task An_event_longer_than_any_buffer_is_read_whole()
    {
        var text = new string('x', 300_000);

        Assert.Equal([text, "end"], await EventsOf([.. Encoding.UTF8.GetBytes($"data: {text}\n\ndata: end\n\n").Chunk(7_001)]));
    }

    [Fact]
    public async Task An_event_without_end_is_refused_before_it_takes_all_memory()
    {
        using var stream = new Pieces([.. Enumerable.Repeat("data: aaaaaaaaaaaaaaaaaaaaaaaaaaaa"u8.ToArray(), 3000)]);
        using var events = new EventStream(stream, 16 * 1024);

        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            while (await events.ReadAsync(TestContext.Current.CancellationToken)) events.TryTake(out _);
        });
    }

    private static async Task<string[]> EventsOf(params byte[][] pieces)
    {
        using var stream = new Pieces(pieces);
        using var events = new EventStream(stream, 1 << 20);
        List<string> taken = [];
        do
        {
            while (events.TryTake(out var data)) taken.Add(Encoding.UTF8.GetString(data));
        }
        while (await events.ReadAsync(TestContext.Current.CancellationToken));
        return [.. taken];
    }

    /// <summary>A stream that gives out its pieces one by one.</summary>
    private sealed class Pieces(byte[][] pieces) : Stream
    {
        private readonly Queue<byte[]> _left = new(pieces.Where(piece => piece.Length > 0));

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!_left.TryDequeue(out var piece)) return 0;
            Assert.True(piece.Length <= count);
            piece.CopyTo(buffer, offset);
            return piece.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_left.TryDequeue(out var piece)) return ValueTask.FromResult(0);
            var read = Math.Min(piece.Length, buffer.Length);
            piece.AsSpan(0, read).CopyTo(buffer.Span);
            if (read < piece.Length)
            {
                var rest = _left.ToArray();
                _left.Clear();
                _left.Enqueue(piece[read..]);
                foreach (var other in rest) _left.Enqueue(other);
            }
            return ValueTask.FromResult(read);
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
