namespace Opora.Api.Features.Imports.Tables;

/// <summary>Fields of a municipality, as indexes into <see cref="MappedItem"/>.</summary>
public static class MunicipalityField
{
    public const int Code = 0;
    public const int Name = 1;
    public const int RegionCode = 2;

    internal static readonly FieldSpec[] Specs =
    [
        new("code", "ОКТМО", true, "Код ОКТМО из восьми цифр.", "92626000")
        {
            Words = ["код", "код октмо", "код муниципалитета", "код мо", "код района", "код муниципального образования"],
        },
        new("name", "Название", true, "Название муниципалитета.", "Елабужский муниципальный район")
        {
            Words =
            [
                "наименование",
                "муниципалитет",
                "муниципальное образование",
                "муниципальный район",
                "район",
                "мо",
                "название муниципалитета",
                "наименование муниципалитета",
                "наименование мо",
                "наименование муниципального образования",
                "название района",
                "municipality",
            ],
        },
        new("regionCode", "Код региона", false, "Код региона по ISO 3166-2; пусто — ваш регион.", "RU-TA")
        {
            Words = ["регион", "субъект", "субъект рф", "region", "region code"],
        },
    ];
}
