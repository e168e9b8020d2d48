using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Opora.Domain;
using Opora.Domain.Partnerships;
using Opora.Domain.Places;
using Opora.Domain.Results;
using Opora.Domain.Training;
using Opora.Persistence.Partnerships;

namespace Opora.Persistence.Configurations;

internal sealed class InternshipSiteConfiguration : IEntityTypeConfiguration<InternshipSite>
{
    public void Configure(EntityTypeBuilder<InternshipSite> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(s => s.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(s => s.Title).HasMaxLength(InternshipSite.TitleLength);
        builder.Property(s => s.SearchName).HasMaxLength(InternshipSite.TitleLength + 80);
        builder.Property(s => s.SortName).HasMaxLength(SortText.MaxLength);
        builder.Property(s => s.SubjectCodes).HasMaxLength(SubjectList.Length);
        builder.Ignore(s => s.Subjects);
        builder.Property(s => s.Contact).HasMaxLength(InternshipSite.ContactLength);
        builder.Property(s => s.Note).HasMaxLength(InternshipSite.NoteLength);
        builder.HasIndex(s => new { s.RegionCode, s.SortName });
        builder.HasIndex(s => s.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InternshipConfiguration : IEntityTypeConfiguration<Internship>
{
    public void Configure(EntityTypeBuilder<Internship> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(i => i.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.Property(i => i.Outcome).HasMaxLength(Internship.OutcomeLength);
        builder.HasIndex(i => new { i.SiteId, i.StartsOn });
        builder.HasIndex(i => new { i.RegionCode, i.StartsOn });
        builder.HasIndex(i => i.TeacherId);
        builder.HasIndex(i => i.SchoolId);
        builder.HasOne<InternshipSite>().WithMany().HasForeignKey(i => i.SiteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Teacher>().WithMany().HasForeignKey(i => i.TeacherId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<School>().WithMany().HasForeignKey(i => i.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Parties).WithOne().HasForeignKey(p => p.InternshipId);
        builder.Navigation(i => i.Parties).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class InternshipPartyConfiguration : IEntityTypeConfiguration<InternshipParty>
{
    public void Configure(EntityTypeBuilder<InternshipParty> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.RegionCode).HasMaxLength(Region.CodeLength);
        builder.Property(p => p.MunicipalityCode).HasMaxLength(Municipality.CodeLength);
        builder.HasIndex(p => p.SchoolId);
        builder.HasIndex(p => p.MunicipalityCode);
        builder.HasIndex(p => p.OrganisationId);
        builder.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ToldStayConfiguration : IEntityTypeConfiguration<ToldStay>
{
    public void Configure(EntityTypeBuilder<ToldStay> builder) => builder.HasNoKey().ToView("internships");
}
