using Opora.Domain.Access;

namespace Opora.Api.Auth;

/// <summary>Permissions as programs and people read them.</summary>
public static class PermissionWords
{
    /// <summary>The name on the wire: <c>schools:write</c>.</summary>
    public static string NameOf(Permission permission)
    {
        var name = permission.ToString();
        var verb = name.EndsWith("Write", StringComparison.Ordinal) ? "Write" : "Read";
        return $"{name[..^verb.Length].ToLowerInvariant()}:{verb.ToLowerInvariant()}";
    }

    /// <summary>The right in Russian words.</summary>
    public static string Of(Permission permission) =>
        permission switch
        {
            Permission.RegistryRead => "Чтение реестра",
            Permission.SchoolsRead => "Просмотр школ",
            Permission.SchoolsWrite => "Изменение школ",
            Permission.PlacesWrite => "Изменение муниципалитетов",
            Permission.SettingsWrite => "Настройки региона",
            Permission.OrganisationsRead => "Просмотр организаций",
            Permission.OrganisationsWrite => "Изменение организаций",
            Permission.ResultsRead => "Просмотр результатов",
            Permission.ResultsWrite => "Передача результатов",
            Permission.IndicatorsRead => "Просмотр показателей",
            Permission.IndicatorsWrite => "Ввод и передача показателей",
            Permission.DefinitionsWrite => "Определение показателей и периодов",
            Permission.TargetsWrite => "Изменение целей",
            Permission.ReviewsWrite => "Приёмка сданных периодов",
            Permission.RecommendationsRead => "Просмотр рекомендаций",
            Permission.RecommendationsWrite => "Изменение рекомендаций",
            Permission.TeachersRead => "Просмотр педагогов",
            Permission.TeachersWrite => "Изменение педагогов",
            Permission.PartnershipsRead => "Просмотр партнёрств",
            Permission.PartnershipsWrite => "Изменение партнёрств",
            Permission.SelectionsWrite => "Проведение отборов школ-партнёров",
            Permission.TrainingRead => "Просмотр обучения",
            Permission.TrainingWrite => "Ведение курсов и итогов обучения",
            Permission.EnrolmentsWrite => "Запись педагогов на курсы",
            Permission.EventsRead => "Просмотр мероприятий и методических объединений",
            Permission.EventsWrite => "Ведение мероприятий и методических объединений",
            Permission.DiagnosticsRead => "Просмотр диагностики педагогов",
            Permission.DiagnosticsWrite => "Запись результатов диагностики",
            Permission.SupportRead => "Просмотр поддержки специалистами",
            Permission.SupportWrite => "Назначение специалистов и запись занятий",
            Permission.RequestsWrite => "Заявки на специалистов",
            Permission.CohortsRead => "Просмотр списков школ",
            Permission.CohortsWrite => "Изменение списков школ",
            Permission.ImportsRead => "Просмотр импорта",
            Permission.ImportsWrite => "Импорт таблиц",
            Permission.PeopleRead => "Просмотр людей и прав",
            Permission.PeopleWrite => "Приглашение людей и выдача прав",
            Permission.ClientsRead => "Просмотр ключей API",
            Permission.ClientsWrite => "Выдача и отзыв ключей API",
            Permission.HistoryRead => "Журнал изменений",
            _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
        };
}
