using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Domain.Training.Diagnostics;

namespace Opora.Persistence.Configurations;

internal sealed class DeficitConfiguration : IEntityTypeConfiguration<Deficit>
{
    public void Configure(EntityTypeBuilder<Deficit> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(d => d.Code).HasMaxLength(Deficit.CodeLength);
        builder.Property(d => d.Name).HasMaxLength(Deficit.NameLength);
        builder.Property(d => d.SearchName).HasMaxLength(Deficit.NameLength + Deficit.CodeLength + 80);
        builder.Property(d => d.SortName).HasMaxLength(SortText.MaxLength);
        builder.HasIndex(d => new { d.RegionCode, d.Code }).IsUnique();
    }
}

internal sealed class DiagnosticCampaignConfiguration : IEntityTypeConfiguration<DiagnosticCampaign>
{
    public void Configure(EntityTypeBuilder<DiagnosticCampaign> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(c => c.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(c => c.Title).HasMaxLength(DiagnosticCampaign.TitleLength);
        builder.Property(c => c.SearchName).HasMaxLength(DiagnosticCampaign.TitleLength + 80);
        builder.Property(c => c.SortName).HasMaxLength(SortText.MaxLength);
        builder.HasIndex(c => new { c.RegionCode, c.FromOn });
        builder.HasOne<Municipality>().WithMany().HasForeignKey(c => c.MunicipalityCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.ProviderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Measures).WithOne().HasForeignKey(m => m.CampaignId);
        builder.Navigation(c => c.Measures).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Ignore(c => c.Columns);
    }
}

internal sealed class DiagnosticMeasureConfiguration : IEntityTypeConfiguration<DiagnosticMeasure>
{
    public void Configure(EntityTypeBuilder<DiagnosticMeasure> builder)
    {
        builder.HasKey(m => new { m.CampaignId, m.DeficitId });
        builder.Ignore(m => m.Allowed);
        builder.HasOne<Deficit>().WithMany().HasForeignKey(m => m.DeficitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DiagnosticResultConfiguration : IEntityTypeConfiguration<DiagnosticResult>
{
    public void Configure(EntityTypeBuilder<DiagnosticResult> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder
            .HasIndex(r => new
            {
                r.CampaignId,
                r.TeacherId,
                r.Attempt,
            })
            .IsUnique();
        // The last word about a teacher.
        builder.HasIndex(r => new { r.TeacherId, r.On });
        // Who was diagnosed in a period, as its readers ask for it.
        builder.HasIndex(r => new { r.RegionCode, r.On });
        builder.HasIndex(r => new { r.MunicipalityCode, r.On });
        builder.HasIndex(r => new { r.SchoolId, r.On });
        builder.HasOne<DiagnosticCampaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(r => r.TeacherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Findings).WithOne().HasForeignKey(f => f.ResultId);
        builder.Navigation(r => r.Findings).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class DiagnosticFindingConfiguration : IEntityTypeConfiguration<DiagnosticFinding>
{
    public void Configure(EntityTypeBuilder<DiagnosticFinding> builder)
    {
        builder.HasKey(f => new { f.ResultId, f.DeficitId });
        builder.HasIndex(f => new { f.DeficitId, f.Found });
        builder.HasOne<Deficit>().WithMany().HasForeignKey(f => f.DeficitId).OnDelete(DeleteBehavior.Restrict);
    }
}
