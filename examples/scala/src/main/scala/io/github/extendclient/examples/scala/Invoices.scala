package io.github.extendclient.examples.scala

import io.github.extendclient.{ExtendClient, Poller}
import io.github.extendclient.runtime.{JsonValue, Run, Upload}
import io.github.extendclient.testing.ExtendServer
import io.github.extendclient.v20260209.api.{ExtractRunsApi, ParseRunsApi}
import io.github.extendclient.v20260209.model.*

import java.nio.charset.StandardCharsets.UTF_8
import java.time.Duration
import scala.concurrent.{Await, ExecutionContext, Future}
import scala.concurrent.duration.DurationInt
import scala.jdk.CollectionConverters.*
import scala.jdk.FutureConverters.*
import scala.util.Using

/** Reads documents and leaves nothing behind. */
final class Invoices(extend: ExtendClient, poller: Poller)(using ExecutionContext):

  /** The text of all pages, or why there is none. Holds no thread while it waits. */
  def text(document: Upload): Future[Either[String, String]] =
    for
      file <- extend.files.uploadAsync(document).asScala
      request = ParseRunCreateRequest.builder.file(Invoices.input(file)).build
      run <- extend.parseRuns.createAndPollAsync(request, poller).asScala
      _ <- extend.parseRuns.deleteAsync(run.getId).asScala
      _ <- extend.files.deleteAsync(file.getId).asScala
    yield Option(run.getOutput)
      .map(_.getChunks.asScala.map(_.getContent).mkString("\n"))
      .toRight(s"${file.getName} cannot be parsed: ${run.getFailureMessage}")

  /** The fields that the schema names; a member of the union that is newer than this program is none. */
  def fields(document: Upload, schema: String): Map[String, JsonValue] =
    val file = extend.files.upload(document)
    val config = ExtractConfigJson.builder.schema(JsonValue.ofJson(schema).asObject).build
    val request = ExtractRunCreateRequest.builder.file(Invoices.input(file)).config(config).build
    val run = extend.extractRuns.createAndPoll(request, poller)
    extend.extractRuns.delete(run.getId)
    extend.files.delete(file.getId)
    run.getOutput match
      case json: ExtractOutputJson => json.getValue.asScala.toMap
      case _ => Map.empty

  /**
   * The IDs of all parse runs and then of all extract runs, read page by page as they are asked for. The types of Java's
   * functions cannot be inferred here and stand beside the method.
   */
  def runIds: Iterator[String] =
    val parseRuns = extend.pages[ParseRunSummary, ParseRunsApi.ListParams](
      extend.parseRuns.list(_),
      ParseRunsApi.ListParams.builder.build
    )
    val extractRuns = extend.pages[ExtractRunSummary, ExtractRunsApi.ListParams](
      extend.extractRuns.list(_),
      ExtractRunsApi.ListParams.builder.build
    )
    val runs: Iterator[Run] = parseRuns.iterator.asScala ++ extractRuns.iterator.asScala
    runs.map(_.getId)

object Invoices:
  private def input(file: File): FileFromId = FileFromId.builder.id(file.getId).build

@main def readInvoice(): Unit =
  import ExecutionContext.Implicits.global
  val document = Upload.of(
    "invoice.md",
    """# Invoice
      |
      |Invoice number: INV-2026-0417
      |Total due: 1522.80
      |""".stripMargin.getBytes(UTF_8)
  )
  Using.resource(ExtendServer.start()): server =>
    Using.resource(
      ExtendClient.builder.apiKey(server.apiKey).baseUrl(server.url.toString).build
    ): extend =>
      val invoices = Invoices(extend, Poller.upTo(Duration.ofMinutes(1)))
      println(Await.result(invoices.text(document), 1.minute).merge)
