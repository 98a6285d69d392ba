package io.github.extendclient.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A block for a signature, by the API's type {@code signature}. Handwriting is seen only by a
 * processor with vision and with {@code signatureDetectionEnabled} in the parse configuration.
 *
 * @param printedName the name in print; null if it was not found
 * @param signatureDate null if it was not found
 * @param isSigned whether there is a signature; null if that cannot be told
 * @param titleOrRole of who signs; null if it was not found
 */
public record Signature(
    @Nullable String printedName,
    @Nullable LocalDate signatureDate,
    @Nullable Boolean isSigned,
    @Nullable String titleOrRole) {}
