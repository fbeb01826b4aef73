using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace FactBot.Host.Settings;

/// <summary>
/// Applies changes of the settings file while the bot runs. The file is read and checked separately first, so that an invalid
/// change has no effect.
/// </summary>
internal sealed partial class SettingsReload(IConfigurationRoot settings, SettingsFile file, ILogger<SettingsReload> log) : IHostedService, IDisposable
{
    private IDisposable? watch;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watch = ChangeToken.OnChange(() => file.Folder.Watch(file.Name), Reload);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => watch?.Dispose();

    private void Reload()
    {
        try
        {
            if (SettingCheck.FindFaults(ReadAnew()) is { Count: > 0 } faults)
            {
                LogRefused(file.Name, string.Join(" ", faults));
                return;
            }

            settings.Reload();
            LogTaken(file.Name);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            LogRefused(file.Name, e.Message);
        }
    }

    private IConfigurationRoot ReadAnew()
    {
        var anew = new ConfigurationBuilder();
        foreach (var source in ((IConfigurationBuilder)settings).Sources)
        {
            anew.Add(source);
        }

        return anew.Build();
    }

    [LoggerMessage(LogLevel.Information, "The changes in {File} are taken over")]
    private partial void LogTaken(string file);

    [LoggerMessage(LogLevel.Error, "The changes in {File} are not taken over: {Reason}")]
    private partial void LogRefused(string file, string reason);
}

/// <summary>The location of the settings file.</summary>
internal sealed record SettingsFile(IFileProvider Folder, string Name);
