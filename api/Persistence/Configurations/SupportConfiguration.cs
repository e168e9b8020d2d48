using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Places;
using Opora.Domain.Support;
using Opora.Persistence.Identity;

namespace Opora.Persistence.Configurations;

internal sealed class RecommendationConfiguration : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Text).HasMaxLength(Recommendation.TextLength);
        builder.Property(r => r.Outcome).HasMaxLength(Recommendation.TextLength);
        builder.HasIndex(r => new
        {
            r.RegionCode,
            r.State,
            r.DueOn,
        });
        builder.HasIndex(r => r.MunicipalityCode);
        builder.HasIndex(r => r.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Causes).WithOne().HasForeignKey(c => c.RecommendationId);
        builder.Navigation(r => r.Causes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class RecommendationCauseConfiguration : IEntityTypeConfiguration<RecommendationCause>
{
    public void Configure(EntityTypeBuilder<RecommendationCause> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(c => c.Figure).HasMaxLength(Recommendation.FigureLength);
        builder.Property(c => c.Target).HasMaxLength(Recommendation.FigureLength);
        builder.HasIndex(c => c.IndicatorId);
        builder.HasOne<Opora.Domain.Indicators.Indicator>().WithMany().HasForeignKey(c => c.IndicatorId).OnDelete(DeleteBehavior.Restrict);
    }
}
