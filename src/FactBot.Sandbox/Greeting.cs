namespace FactBot.Sandbox;

/// <summary>What the sandbox prints once it is listening.</summary>
internal static class Greeting
{
    public static string For(Uri address, SandboxOptions options)
    {
        var at = address.ToString().TrimEnd('/');
        var bot = options.NoBot
            ? $"No bot is in it: run one with FACTBOT_Discord__Token={options.Token} FACTBOT_Discord__ApiUrl={at}"
            : "FactBot is in it: open that address in a browser, or try what follows from another terminal.";
        return $$$"""
            A pretend Discord is open at {{{at}}}
            {{{bot}}}

              who is there      curl {{{at}}}/people
              what can be done  curl {{{at}}}/people/Fay/commands --json '{"channel":"newsroom","command":"help"}'
              submit a claim    curl {{{at}}}/people/Fay/commands --json '{"channel":"newsroom","command":"claim submit","options":{"text":"The tram has 14 stops."}}'
              accept it         curl {{{at}}}/people/Ada/commands --json '{"channel":"newsroom","command":"triage","options":{"claim":"1","action":"accept"}}'
              read its card     curl {{{at}}}/channels/review/messages
              go to tomorrow    curl {{{at}}}/stage/clock --json '{"advance":"1.00:00:00"}'

            docs/sandbox.md has the rest; a whole day plays by itself with: dotnet run --project src/FactBot.Sandbox -- demo
            Ctrl+C stops.
            """;
    }
}
