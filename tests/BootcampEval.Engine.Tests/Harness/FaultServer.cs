// A model server made of a raw socket: tests say byte by byte what it answers, and see what it was asked.

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace BootcampEval.Engine.Tests.Harness;

/// <summary>One request as it came over the socket.</summary>
public sealed record ServerRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Which request with the same body this is, from 1.</summary>
    public int Try { get; init; }

    /// <summary>Which POST this is, from 0.</summary>
    public int Index { get; init; }

    public JsonElement Json => JsonElement.Parse(Body);

    public bool Streams => Json.TryGetProperty("stream", out var stream) && stream.GetBoolean();

    public string Prompt => PromptOf(Json);

    internal static string PromptOf(JsonElement body) =>
        body.TryGetProperty("prompt", out var prompt) ? prompt.GetString()! : body.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString()!;
}

/// <summary>A connection that a script answers on.</summary>
public sealed class ServerConnection(Socket socket, NetworkStream stream)
{
    public bool IsClosed { get; private set; }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }

    /// <summary>Closes in good order.</summary>
    public void Close()
    {
        IsClosed = true;
        socket.Close();
    }

    /// <summary>Closes with a reset.</summary>
    public void Reset()
    {
        socket.LingerState = new(true, 0);
        Close();
    }
}

/// <summary>A server on a free loopback port.</summary>
public sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Func<ServerRequest, ServerConnection, Task> _script;
    private readonly ConcurrentDictionary<string, int> _tries = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private int _posts;
    private volatile bool _down;

    public FaultServer(Func<ServerRequest, ServerConnection, Task> script, int port = 0)
    {
        _script = script;
        _listener = new(IPAddress.Loopback, port);
        _listener.Start(1024);
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";
        _ = AcceptAsync();
    }

    /// <summary>A server that always gives the same answer.</summary>
    public FaultServer(Func<ServerRequest, string> reply) : this((request, connection) => connection.SendAsync(reply(request)))
    {
    }

    public string Url { get; }

    /// <summary>What GET /models says; by default it lists the model <c>m</c>.</summary>
    public Func<string> Models { get; set; } = () => Reply.Json("""{"object":"list","data":[{"id":"m"}]}""");

    /// <summary>The POSTs, in order of arrival.</summary>
    public ConcurrentQueue<ServerRequest> Requests { get; } = new();

    /// <summary>Refuses and breaks all connections while set.</summary>
    public bool Down
    {
        get => _down;
        set
        {
            _down = value;
            if (!value) return;
            foreach (var socket in _open.Keys) socket.Close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        foreach (var socket in _open.Keys) socket.Close();
        await Task.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync();
                if (_down) socket.Close();
                else _ = ServeAsync(socket);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        socket.NoDelay = true;
        _open[socket] = true;
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var connection = new ServerConnection(socket, stream);
            var reader = new RequestReader(stream);
            while (!connection.IsClosed && await reader.ReadAsync() is { } request) await AnswerAsync(request, connection);
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
        {
            // The client, or the script, has gone.
        }
        finally
        {
            _open.TryRemove(socket, out _);
        }
    }

    private Task AnswerAsync(ServerRequest request, ServerConnection connection)
    {
        if (request.Method == "GET") return connection.SendAsync(Models());
        request = request with { Index = Interlocked.Increment(ref _posts) - 1, Try = _tries.AddOrUpdate(request.Body, 1, (_, tries) => tries + 1) };
        Requests.Enqueue(request);
        return _script(request, connection);
    }

    private sealed class RequestReader(NetworkStream stream)
    {
        private readonly List<byte> _left = [];
        private readonly byte[] _room = new byte[64 * 1024];

        public async Task<ServerRequest?> ReadAsync()
        {
            int end;
            while ((end = HeadEnd()) < 0)
                if (!await FillAsync()) return null;
            var head = Encoding.ASCII.GetString([.. _left.Take(end)]).Split("\r\n");
            var headers = head.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(": ", 2))
                .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
            var length = headers.TryGetValue("Content-Length", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
            while (_left.Count < end + 4 + length)
                if (!await FillAsync()) return null;
            var body = Encoding.UTF8.GetString([.. _left.Skip(end + 4).Take(length)]);
            _left.RemoveRange(0, end + 4 + length);
            var line = head[0].Split(' ');
            return new(line[0], line[1], headers, body);
        }

        private int HeadEnd() => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_left).IndexOf("\r\n\r\n"u8);

        private async Task<bool> FillAsync()
        {
            var read = await stream.ReadAsync(_room);
            _left.AddRange(_room.AsSpan(0, read));
            return read > 0;
        }
    }
}
