//! The routes: one for every command, one for the web files.

use std::path::Path;
use std::sync::Arc;

use app::{ApiError, AppError, Code, Lang, Session};
use axum::extract::rejection::JsonRejection;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::Value;

use crate::computer::TestComputer;
use crate::gate::{Gate, Refusal};
use crate::pages::Pages;
use crate::policy::content_security_policy;

struct Bridge {
    session: Arc<Session>,
    pages: Pages,
    gate: Gate,
    policy: HeaderValue,
}

type Shared = State<Arc<Bridge>>;

/// A call, as the page sends it.
#[derive(Deserialize)]
struct Call {
    name: String,
    payload: Value,
    lang: Lang,
}

/// Everything the bridge serves.
///
/// # Errors
/// When the web files are not there.
pub(crate) fn router(
    computer: TestComputer,
    ui: &Path,
    gate: Gate,
) -> Result<Router, Box<dyn std::error::Error>> {
    let pages = Pages::new(ui)
        .map_err(|error| format!("no built web files in {}: {error}", ui.display()))?;
    let bridge = Arc::new(Bridge {
        session: Arc::new(Session::new(Box::new(computer))),
        pages,
        gate,
        policy: HeaderValue::from_str(&content_security_policy()?)?,
    });
    Ok(Router::new()
        .route("/api/call", post(call))
        .fallback(get(page))
        .layer(middleware::from_fn_with_state(Arc::clone(&bridge), guard))
        .with_state(bridge))
}

/// Turns strangers away and dresses every answer.
async fn guard(State(bridge): Shared, request: Request, next: Next) -> Response {
    let mut response = match bridge.gate.neighbour(request.headers()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    };
    let dress = [
        (header::CONTENT_SECURITY_POLICY, bridge.policy.clone()),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ];
    response.headers_mut().extend(dress);
    response
}

async fn page(State(bridge): Shared, address: Uri) -> Response {
    bridge.pages.answer(address.path())
}

async fn call(
    State(bridge): Shared,
    headers: HeaderMap,
    body: Result<Json<Call>, JsonRejection>,
) -> Result<Json<Value>, Failure> {
    bridge.gate.caller(&headers).map_err(Failure::Refused)?;
    let Json(call) = body.map_err(|error| {
        let bad = AppError::new(Code::BadRequest)
            .with("name", "call")
            .with("what", error);
        Failure::Answered(Box::new(bad.to_api(Lang::Nl)))
    })?;
    let session = Arc::clone(&bridge.session);
    let lang = call.lang;
    let work = move || app::dispatch(&session, &call.name, call.payload, lang);
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(answer)) => Ok(Json(answer)),
        Ok(Err(error)) => Err(Failure::Answered(Box::new(error))),
        Err(panic) => {
            let internal = AppError::new(Code::Internal).with("what", panic);
            Err(Failure::Answered(Box::new(internal.to_api(lang))))
        }
    }
}

enum Failure {
    /// The caller was turned away.
    Refused(Refusal),
    /// The core's own error.
    Answered(Box<ApiError>),
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        match self {
            Failure::Refused(refusal) => refusal.into_response(),
            Failure::Answered(error) => {
                (StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response()
            }
        }
    }
}
