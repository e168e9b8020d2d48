using Opora.Domain.Training;

namespace Opora.Api.Features.Events;

/// <summary>What files say of events in Russian.</summary>
internal static class EventWords
{
    public static string Of(EventKind kind) =>
        kind switch
        {
            EventKind.Seminar => "семинар",
            EventKind.Webinar => "вебинар",
            EventKind.Conference => "конференция",
            EventKind.RoundTable => "круглый стол",
            EventKind.MasterClass => "мастер-класс",
            EventKind.AssociationMeeting => "заседание методобъединения",
            _ => "другое",
        };

    public static string Of(EventLevel level) =>
        level switch
        {
            EventLevel.School => "школьный",
            EventLevel.Municipal => "муниципальный",
            EventLevel.InterMunicipal => "межмуниципальный",
            _ => "региональный",
        };

    public static string Of(EventState state) =>
        state switch
        {
            EventState.Planned => "запланировано",
            EventState.Held => "проведено",
            _ => "отменено",
        };
}
