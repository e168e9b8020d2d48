using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Training;
using Opora.Persistence.Partnerships;

namespace Opora.Persistence.Configurations;

internal sealed class MentoringConfiguration : IEntityTypeConfiguration<Mentoring>
{
    public void Configure(EntityTypeBuilder<Mentoring> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(m => m.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(m => m.Aim).HasMaxLength(Mentoring.TextLength);
        builder.Property(m => m.Basis).HasMaxLength(Mentoring.BasisLength);
        builder.Property(m => m.SearchName).HasMaxLength(Mentoring.TextLength + Mentoring.BasisLength + 80);
        builder.Property(m => m.TerminationReason).HasMaxLength(Mentoring.TextLength);
        builder.Property(m => m.Outcome).HasMaxLength(Mentoring.TextLength);
        builder.HasIndex(m => new { m.RegionCode, m.StartsOn });
        builder.HasOne<School>().WithMany().HasForeignKey(m => m.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Partnership>().WithMany().HasForeignKey(m => m.PartnershipId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Parties).WithOne().HasForeignKey(p => p.MentoringId);
        builder.Navigation(m => m.Parties).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(m => m.Visits).WithOne().HasForeignKey(v => v.MentoringId);
        builder.Navigation(m => m.Visits).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class MentoringPartyConfiguration : IEntityTypeConfiguration<MentoringParty>
{
    public void Configure(EntityTypeBuilder<MentoringParty> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(p => p.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(p => p.SchoolId);
        builder.HasIndex(p => p.MunicipalityCode);
        builder.HasIndex(p => p.OrganisationId);
        builder.HasIndex(p => p.TeacherId);
        // No key to the staff: who leaves an organisation goes with the name, the pairing stays.
        builder.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(p => p.TeacherId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MentoringVisitConfiguration : IEntityTypeConfiguration<MentoringVisit>
{
    public void Configure(EntityTypeBuilder<MentoringVisit> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Ignore(v => v.Facts);
        builder.Property(v => v.Text).HasMaxLength(Mentoring.TextLength);
    }
}

internal sealed class ToldTeacherConfiguration : IEntityTypeConfiguration<ToldTeacher>
{
    public void Configure(EntityTypeBuilder<ToldTeacher> builder) => builder.HasNoKey().ToView("teachers");
}
