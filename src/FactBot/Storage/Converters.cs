using FactBot.Domain;
using FactBot.Domain.Teams;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FactBot.Storage;

internal sealed class TeamIdConverter() : ValueConverter<TeamId, long>(id => (long)id.Value, v => new TeamId((ulong)v));

internal sealed class PersonIdConverter()
    : ValueConverter<PersonId, long>(id => (long)id.Value, v => new PersonId((ulong)v));

internal sealed class ChannelIdConverter()
    : ValueConverter<ChannelId, long>(id => (long)id.Value, v => new ChannelId((ulong)v));

internal sealed class RoleIdConverter() : ValueConverter<RoleId, long>(id => (long)id.Value, v => new RoleId((ulong)v));

internal sealed class MessageIdConverter()
    : ValueConverter<MessageId, long>(id => (long)id.Value, v => new MessageId((ulong)v));

internal sealed class QuietHoursConverter() : ValueConverter<QuietHours, string>(hours => hours.ToString(), text => QuietHours.Parse(text));

/// <summary>Stores instants as milliseconds since 1970 in UTC, which the database can compare and sort.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
    at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
