# The one Paddock image: `paddock api`, `paddock bot` and every other command. Needs BuildKit, which Docker 23 and
# later use unasked.

FROM rust:1.95.0-bookworm AS build
# The compiler that the image brings. Without this, rustup would read rust-toolchain.toml and fetch what it lists.
ENV RUSTUP_TOOLCHAIN=1.95.0
# `dist` is what is published: smaller and faster, but compiling it takes 4 GB of memory and not 2.
ARG PROFILE=release
WORKDIR /src
COPY . .
# Crates and compiled dependencies stay in BuildKit's caches, so that a change of ours compiles only our crates.
# Cargo decides by times of files: touching ours makes sure that an older checkout is not taken for what was built last.
# The addresses to adjust when the program is loaded, packed, are 1.8 MB less to read; a glibc before 2.36 knows no such.
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    --mount=type=cache,target=/src/target,sharing=locked \
    find Cargo.toml crates migrations -type f -exec touch {} + \
    && cargo rustc --profile "$PROFILE" --locked --package paddock --bin paddock \
        -- -C link-arg=-Wl,-z,pack-relative-relocs \
    && install -D "target/$PROFILE/paddock" /out/usr/local/bin/paddock \
    && install -D --mode=644 /etc/ssl/certs/ca-certificates.crt /out/etc/ssl/certs/ca-certificates.crt \
    && install --directory --owner=10001 --group=10001 --mode=700 /out/data

FROM debian:bookworm-slim
# The program, the certificate authorities that it trusts, and its data folder. The rest may be mounted read-only.
COPY --from=build /out/ /
USER 10001:10001
ENV PADDOCK_DATA_DIR=/data \
    PADDOCK_LISTEN=0.0.0.0:8000
WORKDIR /data
EXPOSE 8000
ENTRYPOINT ["paddock"]
