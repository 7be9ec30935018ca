package dev.callout.query.sla.tracking;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.callout.api.sla.SlaCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;

/** Prints a certificate. Whatever the page names is not fetched: it needs nothing but itself and a font. */
final class CertificatePdf {

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING)); // tells of each step
    }

    private CertificatePdf() {}

    /** One after the other: laying out pages takes much memory. */
    static synchronized byte[] of(SlaCertificate certificate) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(Printable::font, Printable.FONT)
                    .useUriResolver((base, uri) -> null)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withProducer("Callout")
                    .withHtmlContent(CertificatePage.of(certificate), null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
