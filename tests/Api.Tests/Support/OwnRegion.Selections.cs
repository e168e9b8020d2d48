using Microsoft.Extensions.DependencyInjection;
using Opora.Api.Files;
using Opora.Domain.Files;
using Opora.Domain.Partnerships;

namespace Opora.Api.Tests.Support;

public sealed partial class OwnRegion
{
    /// <summary>A competitive selection that takes applications.</summary>
    public Selection Call { get; private set; } = null!;

    /// <summary>What the school writes for it.</summary>
    public SelectionApplication Application { get; private set; } = null!;

    /// <summary>A selection with an application that has a file.</summary>
    private async Task<(string, string, string)[]> Select(ApiFactory api, DateOnly today, Guid sentBy)
    {
        Call = new Selection(
            Given.RegionCode,
            new SelectionFacts("Школы-лидеры", "Приглашаем", today.AddDays(-5), today.AddDays(5), null),
            [new CriterionFacts("Опыт", 10, 1)]
        );
        Application = new SelectionApplication(Call, School, "Готовы помогать", today);
        var file = await Pdf(api, sentBy);
        Application.Attach(Call, file.Id, today);
        await Given.Save(file, Call, Application);
        return
        [
            ("/api/v1/selections/", "id", Call.Id.ToString()),
            ("/api/v1/selections/", "applicationId", Application.Id.ToString()),
            ("/api/v1/selections/", "fileId", file.Id.ToString()),
        ];
    }

    private static Task<StoredFile> Pdf(ApiFactory api, Guid sentBy) =>
        api
            .Services.GetRequiredService<FileKeeper>()
            .Receive(new MemoryStream("%PDF-1.7"u8.ToArray()), "Договор.pdf", DateTime.UnixEpoch, sentBy, CancellationToken.None);
}
