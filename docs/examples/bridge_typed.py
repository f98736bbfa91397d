from triopenai import Client
from triopenai.bridge import blocking, enter, iterate, open_client_sync


def answer(client: Client, question: str) -> str:
    response = blocking(client.responses.create)(model="gpt-5", input=question)
    return response.output_text


def tell(client: Client, about: str) -> None:
    stream = blocking(client.chat.completions.create)(
        model="gpt-4", messages=[{"role": "user", "content": about}], stream=True
    )
    with enter(stream) as chunks:
        for chunk in iterate(chunks):
            print(chunk.choices[0].delta.content or "", end="")
    print()


def main() -> None:
    with open_client_sync() as client:
        print(answer(client, "Say hello."))
        tell(client, "Tell me a story.")


if __name__ == "__main__":
    main()
