// The JSON of completions as OpenAI-compatible servers write it, whole and in pieces.

using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using BootcampEval.Server.Answers;

namespace BootcampEval.Server.Http;

/// <summary>Writes one answer in one of the two shapes: text completion or chat completion.</summary>
/// <param name="output">Where to.</param>
/// <param name="isChat">Which shape.</param>
/// <param name="head">What every object of this answer begins with: see <see cref="Head"/>.</param>
internal readonly struct CompletionWriter(IBufferWriter<byte> output, bool isChat, byte[] head)
{
    /// <summary>The fields that every object of a model's answers begins with.</summary>
    public static byte[] Head(string model, bool isChat, bool isStreamed, DateTimeOffset created) => Encoding.UTF8.GetBytes(
        $$"""{"object":"{{(isChat ? isStreamed ? "chat.completion.chunk" : "chat.completion" : "text_completion")}}","created":{{created.ToUnixTimeSeconds()}},"model":"{{JsonEncodedText.Encode(model)}}","id":"{{(isChat ? "chatcmpl" : "cmpl")}}-""");

    /// <summary>A whole answer in one object.</summary>
    public void Whole(Answer answer, int words, int promptWords, long id)
    {
        Begin(id);
        output.Write(isChat
            ? ",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""u8
            : ",\"choices\":[{\"index\":0,\"logprobs\":null,\"text\":\""u8);
        output.Write(answer.Json(words));
        output.Write(isChat ? "\"},"u8 : "\","u8);
        FinishReason(answer, words);
        output.Write("}],"u8);
        Usage(words, promptWords);
        output.Write("}"u8);
    }

    /// <summary>The event that opens a streamed chat answer; text completions have none.</summary>
    public void Opening(long id)
    {
        if (!isChat) return;
        BeginEvent(id);
        output.Write(",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n"u8);
    }

    /// <summary>An event with some words.</summary>
    public void Piece(Answer answer, int fromWord, int toWord, long id)
    {
        BeginEvent(id);
        output.Write(isChat ? ",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""u8 : ",\"choices\":[{\"index\":0,\"text\":\""u8);
        output.Write(answer.Json(fromWord, toWord));
        output.Write(isChat ? "\"},\"finish_reason\":null}]}\n\n"u8 : "\",\"finish_reason\":null}]}\n\n"u8);
    }

    /// <summary>The events that close a streamed answer: the finish reason, the usage where asked for, and the end mark.</summary>
    public void Closing(Answer answer, int words, int promptWords, bool includesUsage, long id)
    {
        BeginEvent(id);
        output.Write(isChat ? ",\"choices\":[{\"index\":0,\"delta\":{},"u8 : ",\"choices\":[{\"index\":0,\"text\":\"\","u8);
        FinishReason(answer, words);
        output.Write("}]}\n\n"u8);
        if (includesUsage)
        {
            BeginEvent(id);
            output.Write(",\"choices\":[],"u8);
            Usage(words, promptWords);
            output.Write("}\n\n"u8);
        }
        output.Write("data: [DONE]\n\n"u8);
    }

    private void BeginEvent(long id)
    {
        output.Write("data: "u8);
        Begin(id);
    }

    private void Begin(long id)
    {
        output.Write(head);
        Number(id);
        output.Write("\""u8);
    }

    private void FinishReason(Answer answer, int words) => output.Write(
        answer.IsCutOff || words < answer.Words ? "\"finish_reason\":\"length\""u8 : "\"finish_reason\":\"stop\""u8);

    private void Usage(int words, int promptWords)
    {
        output.Write("\"usage\":{\"prompt_tokens\":"u8);
        Number(promptWords);
        output.Write(",\"completion_tokens\":"u8);
        Number(words);
        output.Write(",\"total_tokens\":"u8);
        Number(words + promptWords);
        output.Write("}"u8);
    }

    private void Number(long number)
    {
        var digits = output.GetSpan(20);
        Utf8Formatter.TryFormat(number, digits, out var written);
        output.Advance(written);
    }
}
