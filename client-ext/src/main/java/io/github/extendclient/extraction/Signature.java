package io.github.extendclient.extraction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signature block, the API's type {@code signature}. The trap: the API detects handwriting only
 * with a vision processor and {@code signatureDetectionEnabled} in the parse configuration.
 *
 * @param printedName the printed name; null if not found
 * @param signatureDate the date; null if not found
 * @param isSigned whether there is a signature; null if undetermined
 * @param titleOrRole the signer's title or role; null if not found
 */
public record Signature(
    @Nullable String printedName,
    @Nullable LocalDate signatureDate,
    @Nullable Boolean isSigned,
    @Nullable String titleOrRole) {}
