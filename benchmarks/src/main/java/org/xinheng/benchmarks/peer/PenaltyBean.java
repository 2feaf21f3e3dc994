package org.xinheng.benchmarks.peer;

import cn.idev.excel.annotation.ExcelProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.NullUnmarked;

/** A row of the file as the usual stack reads it: a bean with a property for each column, filled and checked by reflection. */
@NullUnmarked
public final class PenaltyBean {

    @ExcelProperty("CF_XDR_MC")
    @NotBlank
    @Size(max = 200)
    private String partyName;

    @ExcelProperty("CF_XDR_LB")
    @NotBlank
    @Size(max = 64)
    private String partyCategory;

    @ExcelProperty("CF_XDR_SHXYM")
    @NotBlank
    @Pattern(regexp = "[0-9A-Z]{18}")
    private String partyCode;

    @ExcelProperty("CF_XDR_GSZC")
    @Size(max = 50)
    private String registrationNumber;

    @ExcelProperty("CF_XDR_ZZJG")
    @Size(max = 64)
    private String organisationCode;

    @ExcelProperty("CF_XDR_SWDJ")
    @Size(max = 64)
    private String taxNumber;

    @ExcelProperty("CF_XDR_SYDW")
    @Size(max = 50)
    private String institutionNumber;

    @ExcelProperty("CF_XDR_SHZZ")
    @Size(max = 50)
    private String socialNumber;

    @ExcelProperty("CF_FRDB")
    @Size(max = 50)
    private String representative;

    @ExcelProperty("CF_FR_ZJLX")
    @Size(max = 64)
    private String representativeDocument;

    @ExcelProperty("CF_FR_ZJHM")
    @Size(max = 64)
    private String representativeNumber;

    @ExcelProperty("CF_XDR_ZJLX")
    @Size(max = 64)
    private String partyDocument;

    @ExcelProperty("CF_XDR_ZJHM")
    @Size(max = 64)
    private String partyNumber;

    @ExcelProperty("CF_WSH")
    @NotBlank
    @Size(max = 128)
    private String documentNumber;

    @ExcelProperty("CF_WFXW")
    @NotBlank
    @Size(max = 2000)
    private String conduct;

    @ExcelProperty("CF_SY")
    @NotBlank
    @Size(max = 5000)
    private String facts;

    @ExcelProperty("CF_YJ")
    @NotBlank
    @Size(max = 2000)
    private String basis;

    @ExcelProperty("CF_CFLB")
    @NotBlank
    @Size(max = 200)
    private String kind;

    @ExcelProperty("CF_NR")
    @NotBlank
    @Size(max = 4000)
    private String content;

    @ExcelProperty("CF_NR_FK")
    @Pattern(regexp = "\\d+(\\.\\d{1,6})?")
    private String fine;

    @ExcelProperty("CF_NR_WFFF")
    @Pattern(regexp = "\\d+(\\.\\d{1,6})?")
    private String confiscated;

    @ExcelProperty("CF_NR_ZKDX")
    @Size(max = 200)
    private String certificate;

    @ExcelProperty("CF_JDRQ")
    @NotBlank
    @Pattern(regexp = "\\d{4}/\\d{2}/\\d{2}")
    private String decidedOn;

    @ExcelProperty("CF_YXQ")
    @Pattern(regexp = "\\d{4}/\\d{2}/\\d{2}")
    private String validUntil;

    @ExcelProperty("CF_GSJZQ")
    @Size(max = 10)
    private String publishedUntil;

    @ExcelProperty("CF_CFJG")
    @NotBlank
    @Size(max = 200)
    private String authorityName;

    @ExcelProperty("CF_CFJGDM")
    @NotBlank
    @Pattern(regexp = "[0-9A-Z]{18}")
    private String authorityCode;

    @ExcelProperty("CF_SJLY")
    @NotBlank
    @Size(max = 200)
    private String sourceName;

    @ExcelProperty("CF_SJLYDM")
    @NotBlank
    @Pattern(regexp = "[0-9A-Z]{18}")
    private String sourceCode;

    @ExcelProperty("BZ")
    @Size(max = 512)
    private String remark;

    public String getPartyName() {
        return partyName;
    }

    public void setPartyName(String partyName) {
        this.partyName = partyName;
    }

    public String getPartyCategory() {
        return partyCategory;
    }

    public void setPartyCategory(String partyCategory) {
        this.partyCategory = partyCategory;
    }

    public String getPartyCode() {
        return partyCode;
    }

    public void setPartyCode(String partyCode) {
        this.partyCode = partyCode;
    }

    public String getRegistrationNumber() {
        return registrationNumber;
    }

    public void setRegistrationNumber(String registrationNumber) {
        this.registrationNumber = registrationNumber;
    }

    public String getOrganisationCode() {
        return organisationCode;
    }

    public void setOrganisationCode(String organisationCode) {
        this.organisationCode = organisationCode;
    }

    public String getTaxNumber() {
        return taxNumber;
    }

    public void setTaxNumber(String taxNumber) {
        this.taxNumber = taxNumber;
    }

    public String getInstitutionNumber() {
        return institutionNumber;
    }

    public void setInstitutionNumber(String institutionNumber) {
        this.institutionNumber = institutionNumber;
    }

    public String getSocialNumber() {
        return socialNumber;
    }

    public void setSocialNumber(String socialNumber) {
        this.socialNumber = socialNumber;
    }

    public String getRepresentative() {
        return representative;
    }

    public void setRepresentative(String representative) {
        this.representative = representative;
    }

    public String getRepresentativeDocument() {
        return representativeDocument;
    }

    public void setRepresentativeDocument(String representativeDocument) {
        this.representativeDocument = representativeDocument;
    }

    public String getRepresentativeNumber() {
        return representativeNumber;
    }

    public void setRepresentativeNumber(String representativeNumber) {
        this.representativeNumber = representativeNumber;
    }

    public String getPartyDocument() {
        return partyDocument;
    }

    public void setPartyDocument(String partyDocument) {
        this.partyDocument = partyDocument;
    }

    public String getPartyNumber() {
        return partyNumber;
    }

    public void setPartyNumber(String partyNumber) {
        this.partyNumber = partyNumber;
    }

    public String getDocumentNumber() {
        return documentNumber;
    }

    public void setDocumentNumber(String documentNumber) {
        this.documentNumber = documentNumber;
    }

    public String getConduct() {
        return conduct;
    }

    public void setConduct(String conduct) {
        this.conduct = conduct;
    }

    public String getFacts() {
        return facts;
    }

    public void setFacts(String facts) {
        this.facts = facts;
    }

    public String getBasis() {
        return basis;
    }

    public void setBasis(String basis) {
        this.basis = basis;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    public String getFine() {
        return fine;
    }

    public void setFine(String fine) {
        this.fine = fine;
    }

    public String getConfiscated() {
        return confiscated;
    }

    public void setConfiscated(String confiscated) {
        this.confiscated = confiscated;
    }

    public String getCertificate() {
        return certificate;
    }

    public void setCertificate(String certificate) {
        this.certificate = certificate;
    }

    public String getDecidedOn() {
        return decidedOn;
    }

    public void setDecidedOn(String decidedOn) {
        this.decidedOn = decidedOn;
    }

    public String getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(String validUntil) {
        this.validUntil = validUntil;
    }

    public String getPublishedUntil() {
        return publishedUntil;
    }

    public void setPublishedUntil(String publishedUntil) {
        this.publishedUntil = publishedUntil;
    }

    public String getAuthorityName() {
        return authorityName;
    }

    public void setAuthorityName(String authorityName) {
        this.authorityName = authorityName;
    }

    public String getAuthorityCode() {
        return authorityCode;
    }

    public void setAuthorityCode(String authorityCode) {
        this.authorityCode = authorityCode;
    }

    public String getSourceName() {
        return sourceName;
    }

    public void setSourceName(String sourceName) {
        this.sourceName = sourceName;
    }

    public String getSourceCode() {
        return sourceCode;
    }

    public void setSourceCode(String sourceCode) {
        this.sourceCode = sourceCode;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
