package io.github.extendclient.examples.kotlin

import io.github.extendclient.ExtendClient
import io.github.extendclient.Poller
import io.github.extendclient.runtime.Upload
import io.github.extendclient.testing.ExtendServer
import java.math.BigDecimal
import java.time.Duration
import java.time.LocalDate
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

class InvoicesTest {
    private val server = ExtendServer.start()
    private val extend =
        ExtendClient.builder().apiKey(server.apiKey()).baseUrl("${server.url()}").build()
    private val invoices =
        Invoices(
            extend,
            Poller.builder()
                .timeout(Duration.ofSeconds(30))
                .interval(Duration.ofMillis(100))
                .build(),
        )
    private val document =
        Upload.of(
            "invoice.md",
            "Invoice number: 7\nInvoice date: 2026-01-02\nTotal due: 3.50\n".toByteArray(),
        )

    @AfterEach
    fun stop() {
        extend.close()
        server.close()
    }

    @Test
    fun `reads the text and deletes what it made`() {
        val text = runBlocking { invoices.text(document) }

        assertThat(text).contains("Invoice number: 7")
        assertThat(server.count("DELETE /parse_runs/{id}")).isOne()
        assertThat(server.count("DELETE /files/{id}")).isOne()
        assertThat(invoices.runIds().toList()).isEmpty()
    }

    @Test
    fun `reads the fields into a data class and deletes what it made`() {
        val invoice = runBlocking { invoices.fields(document) }

        assertThat(invoice).isEqualTo(Invoice("7", LocalDate.of(2026, 1, 2), BigDecimal("3.50")))
        assertThat(server.count("DELETE /extract_runs/{id}")).isOne()
        assertThat(server.count("DELETE /files/{id}")).isOne()
    }
}
