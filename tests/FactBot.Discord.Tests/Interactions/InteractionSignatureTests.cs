using System.Text;
using CsCheck;
using FactBot.Discord.Interactions;
using NSec.Cryptography;

namespace FactBot.Discord.Tests.Interactions;

public sealed class InteractionSignatureTests : IDisposable
{
    private const string Timestamp = "1772366400";
    private static readonly byte[] Body = """{"id":"5","type":1,"token":"t"}"""u8.ToArray();
    private readonly Key key = Key.Create(SignatureAlgorithm.Ed25519);

    private string PublicKey => Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    private string Signature => Sign(Timestamp, Body);

    [Fact]
    public void What_Discord_signed_is_valid()
    {
        Assert.True(InteractionSignature.IsValid(PublicKey, Signature, Timestamp, Body));
        Assert.True(InteractionSignature.IsValid(PublicKey.ToUpperInvariant(), Signature.ToUpperInvariant(), Timestamp, Body));
        Assert.True(InteractionSignature.IsValid(PublicKey, Sign(Timestamp, []), Timestamp, []));
    }

    [Fact]
    public void One_other_byte_makes_it_invalid()
    {
        for (var i = 0; i < Body.Length; i++)
        {
            var other = Body.ToArray();
            other[i] ^= 1;
            Assert.False(InteractionSignature.IsValid(PublicKey, Signature, Timestamp, other));
        }
        Assert.False(InteractionSignature.IsValid(PublicKey, Signature, "1772366401", Body));
        Assert.False(InteractionSignature.IsValid(PublicKey, Signature, Timestamp, [.. Body, (byte)'\n']));
    }

    [Fact]
    public void Another_key_makes_it_invalid()
    {
        using var other = Key.Create(SignatureAlgorithm.Ed25519);
        var otherKey = Convert.ToHexString(other.PublicKey.Export(KeyBlobFormat.RawPublicKey));

        Assert.False(InteractionSignature.IsValid(otherKey, Signature, Timestamp, Body));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz")]
    [InlineData("ä")]
    public void Malformed_input_is_invalid(string? text)
    {
        Assert.False(InteractionSignature.IsValid(PublicKey, text, Timestamp, Body));
        Assert.False(InteractionSignature.IsValid(PublicKey, Signature, text, Body));
        Assert.False(InteractionSignature.IsValid(text ?? "", Signature, Timestamp, Body));
        Assert.False(InteractionSignature.IsValid(new string('z', 64), Signature, Timestamp, Body));
        Assert.False(InteractionSignature.IsValid(new string('0', 64), Signature, Timestamp, Body));
        Assert.False(InteractionSignature.IsValid(PublicKey, new string('f', 128), Timestamp, Body));
        Assert.False(InteractionSignature.IsValid(PublicKey, Signature + "00", Timestamp, Body));
        Assert.False(InteractionSignature.IsValid(PublicKey, Sign("", Body), "", Body));
    }

    [Fact]
    public void Nothing_at_all_is_valid_by_chance() =>
        Gen.Select(Gen.String, Gen.String, Gen.String, Gen.Byte.Array).Sample((publicKey, signature, timestamp, body) =>
            !InteractionSignature.IsValid(publicKey, signature, timestamp, body));

    public void Dispose() => key.Dispose();

    private string Sign(string timestamp, byte[] body) => Convert.ToHexStringLower(
        SignatureAlgorithm.Ed25519.Sign(key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));
}
