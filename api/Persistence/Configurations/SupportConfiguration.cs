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

internal sealed class SpecialistRequestConfiguration : IEntityTypeConfiguration<SpecialistRequest>
{
    public void Configure(EntityTypeBuilder<SpecialistRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(r => r.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(r => r.Reason).HasMaxLength(SpecialistRequest.TextLength);
        builder.Property(r => r.Outcome).HasMaxLength(SpecialistRequest.TextLength);
        builder.HasIndex(r => new
        {
            r.RegionCode,
            r.State,
            r.NeededFromOn,
        });
        builder.HasIndex(r => r.MunicipalityCode);
        builder.HasIndex(r => r.SchoolId);
        builder.HasIndex(r => r.OrganisationId);
        builder.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        // No key to the staff: whoever leaves is erased there, and what was held stays counted.
        builder.HasMany(r => r.Sessions).WithOne().HasForeignKey(s => s.RequestId);
        builder.Navigation(r => r.Sessions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class SupportSessionConfiguration : IEntityTypeConfiguration<SupportSession>
{
    public void Configure(EntityTypeBuilder<SupportSession> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(s => s.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(s => s.Note).HasMaxLength(SupportSession.NoteLength);
        builder.HasIndex(s => new { s.RegionCode, s.On });
        builder.HasIndex(s => new { s.MunicipalityCode, s.On });
        builder.HasIndex(s => new { s.SchoolId, s.On });
        builder.HasIndex(s => s.OrganisationId);
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SupportVisitConfiguration : IEntityTypeConfiguration<SupportVisit>
{
    public void Configure(EntityTypeBuilder<SupportVisit> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(v => v.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(v => v.Purpose).HasMaxLength(SupportVisit.PurposeLength);
        builder.Property(v => v.Findings).HasMaxLength(SupportVisit.FindingsLength);
        builder.HasIndex(v => new { v.RegionCode, v.On });
        builder.HasIndex(v => new { v.MunicipalityCode, v.On });
        builder.HasIndex(v => new { v.SchoolId, v.On });
        builder.HasOne<School>().WithMany().HasForeignKey(v => v.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(v => v.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(c => c.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(c => c.Theme).HasMaxLength(Consultation.ThemeLength);
        builder.HasIndex(c => new { c.RegionCode, c.On });
        builder.HasIndex(c => new { c.MunicipalityCode, c.On });
        builder.HasIndex(c => new { c.SchoolId, c.On });
        builder.HasOne<School>().WithMany().HasForeignKey(c => c.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
