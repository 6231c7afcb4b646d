// Traces and metrics of a run, sent to where OpenTelemetry's standard environment variables say; off, and not even loaded, without them.

using System.Runtime.CompilerServices;
using BootcampEval.Engine.Running;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BootcampEval.Cli.CommandLine;

/// <summary>Exports what <see cref="Telemetry"/> tells, while it lives.</summary>
internal sealed class OpenTelemetryExport : IDisposable
{
    private readonly IDisposable? _traces, _metrics;

    private OpenTelemetryExport(IDisposable? traces, IDisposable? metrics)
    {
        _traces = traces;
        _metrics = metrics;
    }

    /// <summary>Begins to export what an endpoint is named for; null when none is.</summary>
    public static OpenTelemetryExport? Begin()
    {
        if (bool.TryParse(Environment.GetEnvironmentVariable("OTEL_SDK_DISABLED"), out var disabled) && disabled) return null;
        var (traces, metrics) = (HasEndpoint("TRACES"), HasEndpoint("METRICS"));
        return traces || metrics ? new(traces ? Traces() : null, metrics ? Metrics() : null) : null;
    }

    /// <summary>Sends what is left, and ends.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static bool HasEndpoint(string signal) =>
        Environment.GetEnvironmentVariable($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") is { Length: > 0 }
        || Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 };

    // Not inlined: only what is called is loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TracerProvider Traces() =>
        OpenTelemetry.Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(Telemetry.Name).AddOtlpExporter(WithPlainHttp).Build();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MeterProvider Metrics() =>
        OpenTelemetry.Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(Telemetry.Name).AddOtlpExporter(WithPlainHttp).Build();

    // The environment's own name for the service wins.
    private static void Describe(ResourceBuilder resource)
    {
        if (Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME") is not { Length: > 0 }) resource.AddService("bootcamp");
    }

    // HTTP is what the specification recommends; the library's own default is gRPC.
    private static void WithPlainHttp(OtlpExporterOptions options)
    {
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL") is not { Length: > 0 }) options.Protocol = OtlpExportProtocol.HttpProtobuf;
    }
}
