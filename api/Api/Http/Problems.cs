namespace Opora.Api.Http;

/// <summary>The catalogue of refusals. Each owns its status and its Russian words; handlers throw them and never return a status.</summary>
public static class Problems
{
    public static Problem Malformed(string detail, IReadOnlyList<ErrorItem>? errors = null) =>
        new(400, "malformed", "Запрос не разобран", detail, errors);

    public static Problem Validation(IReadOnlyList<ErrorItem> errors) =>
        new(400, "validation", "Проверьте данные", "Исправьте отмеченные поля и отправьте ещё раз.", errors);

    public static Problem Validation(string pointer, string code, string message, string? value = null, string? allowed = null) =>
        Validation([new ErrorItem(pointer, code, message, value, allowed)]);

    public static Problem SignedOut() => new(401, "signed-out", "Нужен вход", "Войдите в систему и повторите действие.");

    public static Problem SignInFailed() =>
        new(401, "sign-in-failed", "Вход не выполнен", "Имя пользователя или пароль неверны. Проверьте раскладку и повторите.");

    public static Problem LockedOut() =>
        new(
            401,
            "locked-out",
            "Вход временно закрыт",
            "Слишком много неудачных попыток. Повторите через 15 минут или обратитесь к координатору."
        );

    public static Problem Blocked() =>
        new(401, "blocked", "Вход закрыт", "Ваша учётная запись заблокирована. Обратитесь к региональному оператору.");

    public static Problem SecondFactorRequired() =>
        new(
            401,
            "second-factor-required",
            "Нужен код",
            "Пароль верный. Введите код из приложения на телефоне или один из резервных кодов."
        );

    public static Problem SecondFactorWrong() =>
        new(401, "second-factor-wrong", "Код не подошёл", "Код неверен, устарел или уже использован. Введите следующий код.");

    public static Problem SecondFactorSetup() =>
        new(
            403,
            "second-factor-setup-required",
            "Настройте вход с кодом",
            "В вашем регионе операторы входят с кодом из приложения. Настройте его в профиле, и работа продолжится."
        );

    public static Problem TooManyRequests() =>
        new(429, "too-many-requests", "Слишком часто", "С вашего адреса слишком много попыток входа. Подождите минуту и повторите.");

    public static Problem Forbidden(string right) =>
        new(403, "forbidden", "Недостаточно прав", $"Для этого действия нужно право «{right}». Обратитесь к региональному оператору.");

    public static Problem SetupLinkUnknown() =>
        new(403, "setup-link-unknown", "Ссылка не подошла", "Ссылка настройки неверна. Возьмите её из вывода программы при запуске.");

    public static Problem CrossSite() =>
        new(403, "cross-site", "Запрос отклонён", "Запрос пришёл не со страниц этой системы. Откройте систему заново и повторите.");

    public static Problem NotFound(string what = "Запись") =>
        new(404, "not-found", "Не найдено", $"{what}: не найдено или вне вашей зоны доступа.");

    public static Problem NotFound(string what, string pointer, string? value)
    {
        var detail = $"{what}: не найдено или вне вашей зоны доступа.";
        return new(404, "not-found", "Не найдено", detail, [new ErrorItem(pointer, "not-found", detail, value)]);
    }

    public static Problem LinkUnknown() =>
        new(
            404,
            "link-unknown",
            "Ссылка не подошла",
            "Такой ссылки нет. Проверьте, что адрес скопирован целиком, или попросите новую ссылку."
        );

    public static Problem LinkUsed() =>
        new(404, "link-used", "Ссылка уже использована", "По этой ссылке пароль уже задан. Войдите с ним или попросите новую ссылку.");

    public static Problem LinkExpired() =>
        new(
            404,
            "link-expired",
            "Ссылка больше не действует",
            "Срок ссылки истёк или её отозвали. Попросите новую у координатора или оператора."
        );

    public static Problem RuleBroken(string code, string detail) => new(409, code, "Действие невозможно", detail);

    public static Problem Duplicate(string detail) => new(409, "duplicate", "Уже есть", detail);

    public static Problem Duplicate(string pointer, string detail, string? value) =>
        new(409, "duplicate", "Уже есть", detail, [new ErrorItem(pointer, "duplicate", detail, value)]);

    public static Problem VersionMismatch() =>
        new(
            412,
            "version-mismatch",
            "Запись изменилась",
            "Пока вы работали, запись изменил кто-то другой. Откройте её заново, сравните и повторите."
        );

    public static Problem VersionRequired() =>
        new(428, "version-required", "Не указана версия", "Передайте заголовок If-Match с версией записи из ETag.");

    public static Problem TooLarge(string detail) => new(413, "too-large", "Слишком большой запрос", detail);

    public static Problem FilesDown() =>
        new(
            503,
            "files-down",
            "Хранилище файлов не отвечает",
            "Файлы сейчас недоступны, остальное работает. Повторите позже; если не поможет, скажите администратору."
        );

    public static Problem MediaType(string detail) => new(415, "media-type", "Формат не поддерживается", detail);

    public static Problem Unprocessable(string code, string detail, IReadOnlyList<ErrorItem>? errors = null) =>
        new(422, code, "Не принято", detail, errors);

    /// <summary>Somebody of this name is there already; may be confirmed as another person.</summary>
    /// <param name="pointer">The member that holds the name.</param>
    /// <param name="detail">Who it is and how to go on.</param>
    /// <param name="id">Id of whoever is there.</param>
    public static Problem SameName(string pointer, string detail, Guid id) =>
        new(409, "same-name", "Такое имя уже есть", detail, [new ErrorItem(pointer, "same-name", detail, id.ToString())]);

    /// <summary>Some are on another run of a course on the same days; may be confirmed.</summary>
    /// <param name="detail">Who, and both runs.</param>
    /// <param name="teachers">Ids of the teachers.</param>
    public static Problem Overlapping(string detail, IReadOnlyList<Guid> teachers) =>
        new(
            409,
            "overlapping-runs",
            "Два потока в одни дни",
            detail,
            [.. teachers.Select(t => new ErrorItem("/teacherIds", "overlapping-runs", "Учится на другом потоке в эти дни.", t.ToString()))]
        );

    /// <summary>A refusal known only by its status: routing, content negotiation, the framework itself.</summary>
    internal static Problem OfStatus(int status) =>
        status switch
        {
            401 => SignedOut(),
            404 => new(404, "not-found", "Не найдено", "Такого адреса нет."),
            405 => new(405, "method-not-allowed", "Метод не поддерживается", "Этот адрес не принимает такой метод."),
            413 => TooLarge("Тело запроса больше допустимого."),
            415 => MediaType("Отправьте тело в формате application/json."),
            _ => new(
                status,
                "http-" + status.ToString(System.Globalization.CultureInfo.InvariantCulture),
                "Запрос отклонён",
                "Запрос не выполнен."
            ),
        };
}
