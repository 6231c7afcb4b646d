// Ciphers: each does what the stored texts of the official rows say, undoes itself, and is asked about; the score is the squared likeness.

using System.Text.Json;
using BootcampEval.Library.Ciphers;
using BootcampEval.Library.Words;
using BootcampEval.Sdk;

namespace BootcampEval.Library.Tests.Ciphers;

public sealed class CipherTests
{
    public static TheoryData<string> Names => [.. CipherRegistry.All.Select(kind => kind.Name)];

    [Fact]
    public void Every_official_text_comes_out_of_its_cipher()
    {
        var rows = SharedData.RowsOf("Cipher");

        foreach (var row in rows)
        {
            var cipher = CipherRegistry.Find(row.GroundTruth.GetProperty("cipher_name").GetString()!)!.Read(row.GroundTruth.GetProperty("extra_args"))!;
            var input = Printed(row.GroundTruth.GetProperty("input"));
            var isEncoding = row.GroundTruth.GetProperty("source_filename").GetString()!.Contains("encode", StringComparison.Ordinal);
            Assert.Equal(Printed(row.GroundTruth.GetProperty("ground_truth")), isEncoding ? cipher.Encrypt(input) : cipher.Decrypt(input));
        }
        Assert.Equal(30, rows.Select(row => row.GroundTruth.GetProperty("cipher_name").GetString()).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cipher_undoes_itself_on_words_that_it_keeps(string name)
    {
        var random = new PuzzleRandom(1);
        var cipher = CipherRegistry.Find(name)!.Draw(random);
        var kept = 0;
        for (var length = 3; length <= 10; length++)
        {
            foreach (var word in Vocabulary.OfLength(length).Select(word => word.ToUpperInvariant()))
            {
                var ciphertext = cipher is LetterMeans ? LetterMeans.Spread(word, most => random.Between(0, most)) : cipher.Encrypt(word)!;
                var decrypted = cipher.Decrypt(ciphertext);
                if (decrypted == word) kept++;
                else Assert.True(LosesLetters(word, name), $"{word} becomes {ciphertext} becomes {decrypted}");
            }
        }
        Assert.True(kept > 1000, $"only {kept} words are kept");
    }

    // What the rules themselves lose: letters that share a place or have none, a second copy on Alberti's inner ring, and an odd letter's partner.
    private static bool LosesLetters(string word, string name) => name switch
    {
        "TapCode" => word.Contains('K', StringComparison.Ordinal),
        "FourSquareCipher" or "Kor_rule11_FourSquareCipher" => word.Contains('Q', StringComparison.Ordinal) || word.Length % 2 == 1,
        "Kor_rule9_AlertiCipher" => true,
        "Kor_rule13_BifidCipher" or "Kor_rule15_CollonCipher" => word.Contains('J', StringComparison.Ordinal),
        _ => false,
    };

    [Fact]
    public void Fresh_questions_ask_for_every_cipher_in_both_directions()
    {
        var bootcamp = Bootcamps.Named("Cipher");
        var asked = Enumerable.Range(1, 5).SelectMany(level => ProblemSource.Of(bootcamp, seed: 9, level).Take(200))
            .Select(problem => problem.GroundTruth.GetProperty("source_filename").GetString()!).ToHashSet();

        var expected = CipherRegistry.All.SelectMany(kind => (string[])[$"icl_with_rule_encode_{kind.Name}_en.jsonl", $"icl_with_rule_decode_{kind.Name}_en.jsonl"])
            .Except(["icl_with_rule_encode_DoubleCeaser_en.jsonl"]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_stored_text_of_a_fresh_question_is_the_right_one()
    {
        var bootcamp = Bootcamps.Named("Cipher");
        for (var level = 1; level <= 5; level++)
            foreach (var problem in ProblemSource.Of(bootcamp, seed: 10, level).Take(50))
                Assert.Equal(1, bootcamp.Verify($"```text\n{Printed(problem.GroundTruth.GetProperty("ground_truth"))}\n```", problem.GroundTruth).Score);
    }

    [Theory]
    [InlineData("ulycpp", 1)]
    [InlineData("ULYCPP", 1)]
    [InlineData("ulycpq", 25.0 / 36)]
    [InlineData("nervii", 0)]
    [InlineData("", 0)]
    public void The_score_is_the_square_of_the_share_that_needs_no_edit(string answer, double score)
    {
        var truth = JsonElement.Parse("""{"cipher_name":"Caesar_Cipher","source_filename":"icl_encode_Caesar_Cipher_en.jsonl","input":"nervii","extra_args":{"shift":7}}""");

        Assert.Equal(score, Bootcamps.Named("Cipher").Verify($"```text\n{answer}\n```", truth).Score, 12);
    }

    [Theory]
    [InlineData("""{"cipher_name":"Rot_Cipher","source_filename":"encode","input":"a"}""", "Rot_Cipher")]
    [InlineData("""{"cipher_name":"ASCII","source_filename":"rows.jsonl","input":"a"}""", "source_filename")]
    [InlineData("""{"cipher_name":"ASCII","source_filename":"decode","input":{"a":1}}""", "input")]
    public void A_ground_truth_that_can_not_be_judged_is_named(string truth, string fault) =>
        Assert.Contains(fault, Bootcamps.Named("Cipher").FaultOf(JsonElement.Parse(truth)), StringComparison.Ordinal);

    private static string Printed(JsonElement text) =>
        text.ValueKind == JsonValueKind.Array ? $"[{string.Join(", ", text.EnumerateArray().Select(code => code.GetInt32()))}]" : text.GetString()!;
}
